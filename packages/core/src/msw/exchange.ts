import type { RequestFault } from "./check-request.ts";
import type { MockOperation } from "./mock-data.ts";

/** One request to an operation, read and ready to be answered. */
export interface Exchange {
  readonly operation: MockOperation;
  /** The request, its body unread. */
  readonly request: Request;
  readonly url: URL;
  readonly params: {
    /** Decoded, and a number or boolean where the specification says so. */
    readonly path: Readonly<Record<string, unknown>>;
    /** Decoded likewise; an array where the specification says so or a name is repeated. */
    readonly query: Readonly<Record<string, unknown>>;
  };
  /** Parsed JSON, the fields of a form, text, or a `Blob`; undefined where there is none. */
  readonly body: unknown;
  /** The ways in which the request breaks the specification. */
  readonly faults: readonly RequestFault[];
}
