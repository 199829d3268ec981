import { answerFault } from "./answer-fault.ts";

/**
 * Gives back an answer that holds a file, and refuses what is none: a proxy's way to ask for a sign-in, or another server than CVAT,
 * sends a page or a JSON text with success, and it would be saved under the file's name.
 *
 * @throws DecodeError for a page, for JSON and other text that is not sent as a file, and for nothing at all.
 */
export function requireFile(response: Response, operation: string): Response {
  const problem = findProblem(response);
  if (problem === undefined) return response;
  // Not awaited: cancel() never settles under some interceptors (msw 2).
  response.body?.cancel().catch(() => undefined);
  throw answerFault({ operation, problem, response });
}

function findProblem({ status, headers }: Response): string | undefined {
  if (status === 204 || headers.get("content-length") === "0") return "and no bytes, where there has to be a file";
  const mediaType = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isPage = mediaType === "text/html";
  // A file of an export is one whatever it holds; a browser hides this header across origins, and files of exports are archives.
  const isAttached = /^\s*attachment\b/i.test(headers.get("content-disposition") ?? "");
  const isText = /^text\/|[/+]json$/.test(mediaType);
  return isPage || (isText && !isAttached) ? `and ${mediaType}, where there has to be a file` : undefined;
}
