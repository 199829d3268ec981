import type { IncomingHttpHeaders } from "node:http";
import { Refusal, refuseDetail } from "./refusal.ts";

/** Refuses what the platform cannot answer in: it has one media type of its own, and plain JSON is not it. */
export function checkAccept({ accept }: IncomingHttpHeaders): void {
  if (accept === undefined || accept === "") return;
  const wanted = accept.split(",").map((part) => part.trim());
  if (wanted[0]?.startsWith("text/html") === true)
    throw new Refusal({ text: "<!DOCTYPE html><title>CVAT REST API</title>" });
  const taken = wanted.find((part) => /^(?:\*\/\*|application\/\*|application\/vnd\.cvat\+json)(?:;|$)/.test(part));
  if (taken === undefined) throw refuseDetail(406, "Could not satisfy the request Accept header.");
  const version = /;\s*version=([^;]*)/.exec(taken)?.[1];
  if (version !== undefined && !"2.0".includes(version)) throw refuseDetail(406, 'Invalid version in "Accept" header.');
}

const multipart =
  /^\/api\/(?:assets|cloudstorages(?:\/\d+)?|(?:tasks|jobs)\/\d+\/annotations\/?|tasks\/\d+\/data\/?|projects\/\d+\/dataset\/?|(?:tasks|projects)\/backup\/?)$/;
const chunk = /\/[\da-f]+_[\da-f-]{36}$/;

/** Refuses a body of a kind that the endpoint does not read. */
export function checkContentType(pathname: string, { "content-type": given = "" }: IncomingHttpHeaders): void {
  const mediaType = given.split(";")[0] ?? "";
  if (mediaType === "application/json") return;
  if (mediaType === "multipart/form-data" && multipart.test(pathname)) return;
  if (mediaType === "application/offset+octet-stream" && chunk.test(pathname)) return;
  throw refuseDetail(415, `Unsupported media type "${given}" in request.`);
}
