/** The envelope of a failure. */
export interface FailureBody {
  readonly code: number;
  readonly message: string;
  readonly data: null;
  readonly date: string;
  readonly requestId: string;
  readonly success: false;
}

/** Makes a {@link FailureBody}. The platform does not document which HTTP status goes with it, so a mock's behaviour uses 200 and the engine its own. */
export function failureBody(code: number, message: string): FailureBody {
  return {
    code,
    message,
    data: null,
    date: "2026-01-15 09:30:00",
    requestId: "0af7651916cd43dd8448eb211c80319c",
    success: false,
  };
}
