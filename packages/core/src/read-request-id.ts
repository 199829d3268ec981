/** The request's id from the response headers, the first of `headers` that is there. */
export function readRequestId(response: Response, headers: readonly string[] = ["x-request-id"]): string | undefined {
  return headers.map((name) => response.headers.get(name)).find(Boolean) ?? undefined;
}
