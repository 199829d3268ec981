/**
 * The id of an upload, which ends its `Location`: all that is used of it, because behind a proxy the server gives the wrong
 * scheme and host (cvat-ai/cvat issues 6229 and 8153). Undefined where there is none.
 */
export function readTusFileId(location: string | null): string | undefined {
  if (location === null || !URL.canParse(location, "http://localhost")) return undefined;
  const { pathname } = new URL(location, "http://localhost");
  // `{user id}_{uuid}`, and before 2.31 the uuid alone.
  return /\/([\w-]{8,})\/?$/.exec(pathname)?.[1];
}
