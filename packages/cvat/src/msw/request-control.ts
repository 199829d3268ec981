/** How a test has background requests fail. */
export interface RequestControl {
  /** Lets the next background request that is started fail, with a message of the server's. */
  readonly failNext: (message: string) => void;
  /** What the request that is being started will fail with; undefined where it will not. */
  readonly nextFailure: () => string | undefined;
  readonly reset: () => void;
}

/** Makes a {@link RequestControl} by which every request finishes. */
export function createRequestControl(): RequestControl {
  const failures: string[] = [];
  return {
    failNext: (message) => {
      failures.push(message);
    },
    nextFailure: () => failures.shift(),
    reset: () => {
      failures.length = 0;
    },
  };
}
