import { steeringRules, type OptionRules } from "@labelwire/core";
import { count } from "./option-rules.ts";
import type { UploadSteering } from "./upload-progress.ts";
import { resumeRule, type ResumeOptions } from "./upload-store.ts";

/** What every import takes. */
export interface ImportOptions extends UploadSteering {
  /** The most bytes in one request, and how much is sent again after a failure. A file up to this size goes in one request. Default: 10,485,760 (10 MiB). */
  readonly uploadChunkBytes?: number | undefined;
  /** Notes how far a large file is, so that a later import of the same file with the same store goes on where this one has ended. */
  readonly resume?: ResumeOptions | undefined;
}

/** How {@link ImportOptions} are checked. */
export const importRules: OptionRules = { ...steeringRules, uploadChunkBytes: count, resume: resumeRule };
