/** The envelope of a failure. The platform does not document which HTTP status goes with it, so a mock's behaviour uses 200 and the engine its own. */
export function failureBody(code: number, message: string): object {
  return {
    code,
    message,
    data: null,
    date: "2026-01-15 09:30:00",
    requestId: "0af7651916cd43dd8448eb211c80319c",
    success: false,
  };
}

/** A business failure inside HTTP 200, which is what a client must not take for a success. */
export function fail(code: number, message: string): Response {
  return Response.json(failureBody(code, message));
}
