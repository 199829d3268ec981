import type { ObjectStorage } from "./object-storage.ts";
import type { JsonObject } from "./read-values.ts";
import type { Records } from "./records.ts";

/** One request, as the routes see it. */
export interface Call {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** The JSON body; empty where there is none. */
  readonly body: JsonObject;
  /** The fields of a multipart body. */
  readonly form: FormData | undefined;
  readonly records: Records;
  readonly storage: ObjectStorage;
}

/** What a success carries under `data`, and its status where that is not 200. */
export interface Answer {
  readonly status?: number;
  readonly data: JsonObject;
}

/** Routes by `"METHOD /path/{template}"`. */
export type Routes = Readonly<Record<string, (call: Call) => Answer>>;
