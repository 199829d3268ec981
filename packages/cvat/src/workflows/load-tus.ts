import type * as Tus from "tus-js-client";

/** Loads tus-js-client at the first upload, so that it costs nothing to who never uploads. */
export function loadTus(): Promise<typeof Tus> {
  return import("tus-js-client");
}
