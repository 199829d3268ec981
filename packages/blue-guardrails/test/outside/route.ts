import type { JsonObject } from "./read-values.ts";
import type { Records } from "./records.ts";

/** One request, as the routes see it. */
export interface Call {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** The JSON body; empty where there is none. */
  readonly body: JsonObject;
  readonly bytes: Buffer;
  readonly records: Records;
}

export type Routes = Readonly<Record<string, (call: Call) => unknown>>;
