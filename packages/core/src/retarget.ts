/** True for a request that only reads, and so has no body. */
export function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

/** The same request for another URL, or with less in it. Its body is read first, so that it is sent with its length. */
export async function retarget(
  request: Request,
  url: URL,
  { method = request.method, headers = /^/ }: { method?: string; headers?: RegExp } = {},
): Promise<Request> {
  const isCopied = method === request.method && !isRead(request);
  const body = isCopied ? await request.clone().arrayBuffer() : undefined;
  return new Request(url, {
    method,
    headers: [...request.headers].filter(([name]) => headers.test(name)),
    // workerd throws at the mere mention of `credentials`.
    ...("credentials" in request && { credentials: request.credentials }),
    ...(body?.byteLength && { body }),
  });
}
