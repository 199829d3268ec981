/** The request's id from the response headers, the first of `headers` that is there. */
export function readRequestId(response: Response, headers: readonly string[] = ["x-request-id"]): string | undefined {
  for (const name of headers) {
    const value = response.headers.get(name);
    if (value !== null && value !== "") return value;
  }
  return undefined;
}
