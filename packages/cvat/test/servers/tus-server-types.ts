/** A request as it came. */
export interface UploadRequest {
  readonly method: string;
  /** Without the prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
}

/** What goes wrong with a request. */
export type Fault =
  /** The connection breaks before anything is done. */
  | { readonly kind: "reset" }
  /** All is done, and the answer is lost. */
  | { readonly kind: "lose" }
  /** So many bytes of the body are taken, then the connection breaks. */
  | { readonly kind: "cut"; readonly bytes: number }
  | { readonly kind: "hang" }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | { readonly kind: "rewrite"; readonly headers: Readonly<Record<string, string>> };

export interface ReceivedImport {
  readonly endpoint: string;
  readonly query: Readonly<Record<string, string>>;
  readonly bytes: Buffer | undefined;
}

/** A server that takes uploads as CVAT does. */
export interface TusTestServer {
  readonly baseUrl: string;
  readonly requests: UploadRequest[];
  /** Files that are complete, by endpoint (without a slash at its end) and name. */
  readonly files: Map<string, Map<string, Buffer>>;
  /** What ended the upload of a task's data, by endpoint. */
  readonly dataRequests: Map<string, unknown>;
  readonly imports: ReceivedImport[];
  /** Background requests by id, with the statuses they are still to show. */
  readonly work: Map<string, string[]>;
  /** When background requests were begun, by id, in milliseconds; those that are not here, long ago. */
  readonly begun: Map<string, number>;
  readonly tasks: Map<number, { readonly name: string }>;
  /** Requests that are not answered and whose connection stands. */
  readonly openRequests: () => number;
  /** True when nothing is being done any more, also for clients that have gone. */
  readonly isIdle: () => boolean;
  fault: (request: UploadRequest) => Fault | undefined;
  readonly close: () => Promise<void>;
}
