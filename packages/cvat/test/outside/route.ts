import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "./answer.ts";
import type { JsonObject } from "./json-value.ts";
import type { Platform } from "./platform.ts";
import type { Scope } from "./read-scope.ts";
import type { User } from "./accounts.ts";

/** One request, as the routes see it. */
export interface Call {
  readonly method: string;
  readonly pathname: string;
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The JSON body; empty where there is none. */
  readonly body: JsonObject;
  /** The fields of a multipart body. */
  readonly form: FormData | undefined;
  /** Who asks; undefined for somebody unknown, on the few endpoints that let them. */
  readonly user: User | undefined;
  /** Whether the caller is signed in by an access token. */
  readonly hasAccessToken: boolean;
  readonly scope: Scope;
  readonly platform: Platform;
}

/** Routes by `"METHOD /api/{template}"`. Those that end in `/` answer without it too, and no other has one. */
export type Routes = Readonly<Record<string, (call: Call) => Answer>>;
