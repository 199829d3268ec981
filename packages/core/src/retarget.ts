/** The same request for another URL. The body is read first, so that it is sent with its length. */
export async function retarget(request: Request, url: URL): Promise<Request> {
  if (url.href === request.url) return request;
  const hasBody = !/^(GET|HEAD)$/.test(request.method);
  const body = hasBody ? await request.clone().arrayBuffer() : undefined;
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...("credentials" in request && { credentials: request.credentials }),
    ...(body !== undefined && body.byteLength > 0 && { body }),
  });
}
