import type { PlatformAuth } from "./platform-auth.ts";
import type { PlatformWords } from "./platform-words.ts";

/** What the first sources of a package are written from. */
export interface PlatformSourceInput {
  readonly words: PlatformWords;
  /** Undefined where anyone may call. */
  readonly auth: PlatformAuth | undefined;
  /** Base URLs; the first is the default. */
  readonly servers: readonly string[];
}
