import { DecodeError } from "@labelwire/core";

/**
 * Gives back an answer that holds a file, and refuses a page: a proxy's way to ask for a sign-in, or another server than CVAT, sends one
 * with success, and it would be saved under the file's name.
 *
 * @throws DecodeError for a page.
 */
export function refusePage(response: Response, operation: string): Response {
  const { status, headers, body } = response;
  // What is empty may be called HTML too: Django does so (server 2.73).
  if (status === 204 || !/^\s*text\/html\b/i.test(headers.get("content-type") ?? "")) return response;
  // Not awaited: cancel() never settles under some interceptors (msw 2).
  body?.cancel().catch(() => undefined);
  const message = `CVAT answered ${operation} with status ${status}, but the body is text/html, not a file. Check baseUrl, and whether a proxy asks for a sign-in.`;
  throw new DecodeError({ operation, message, status, mediaType: "text/html", excerpt: "" });
}
