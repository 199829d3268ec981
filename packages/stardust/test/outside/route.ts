import type { Records } from "./records.ts";

/** One request, as the routes see it. */
export interface Call {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** The JSON body, with every integer of more than 15 digits as a bigint; empty where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The fields of a multipart body. */
  readonly form: FormData | undefined;
  readonly records: Records;
}

/** Routes by `"METHOD /path/{template}"`. What a success carries under `data`: a bigint is written as an integer. */
export type Routes = Readonly<Record<string, (call: Call) => unknown>>;
