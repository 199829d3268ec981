import type { OperationCall } from "./operation-call.ts";

/** One way to call an API, measured beside the others. */
export interface Contender {
  readonly name: string;
  /** Writes what the contender generates from the spec into `folder`. */
  readonly prepare: (context: ContenderContext) => Promise<void>;
  /** A module in `folder` that makes a client and calls the operations, one after the other. */
  readonly code: (calls: readonly OperationCall[]) => string;
}

/** Where a contender works. */
export interface ContenderContext {
  readonly specFile: string;
  readonly folder: string;
  /** Where the peers are installed. */
  readonly peers: string;
}
