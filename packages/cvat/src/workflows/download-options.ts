import { steeringRules, type OptionRules, type TransferProgress } from "@labelwire/core";
import { oneOf } from "./option-rules.ts";

/** What every download of media takes. */
export interface MediaDownloadOptions {
  /** Milliseconds for the server to have the media ready. Default: 300,000 (5 minutes). Reading the bytes is not bound by it. */
  readonly timeoutMs?: number | undefined;
  /** Ends the download; what is pending rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Called as bytes come. What it throws ends the download. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** What has frames, by its id. */
export type FrameSource = { readonly task: number } | { readonly job: number };

/** What `downloadFrame` takes. */
export interface DownloadFrameOptions extends MediaDownloadOptions {
  /** `"original"` is what was uploaded, `"compressed"` what annotators see, made with the task's `image_quality`. Default: `"original"`. */
  readonly quality?: "original" | "compressed" | undefined;
}

/** How {@link DownloadFrameOptions} are checked. */
export const frameRules: OptionRules = { ...steeringRules, quality: oneOf("original", "compressed") };
