/** The address of the server that was asked: what links in its answers begin with. */
export function serverUrl({ origin, pathname }: URL): string {
  return origin + pathname.slice(0, Math.max(pathname.indexOf("/api/"), 0));
}
