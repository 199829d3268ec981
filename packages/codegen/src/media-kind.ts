import { member } from "./json-value.ts";
import type { MediaType } from "./openapi.ts";

/** How the body of an answer is decoded, as the run time spells it. */
export type ResponseKind = "json" | "text" | "blob" | "none";

/** How a plain object is encoded, as the run time spells it. */
export type RequestKind = "json" | "multipart" | "form";

/** How a body of this media type is decoded. Only JSON and text are read; everything else stays bytes. */
export function responseMediaKind({ mediaType, schema }: MediaType): Exclude<ResponseKind, "none"> {
  const essence = essenceOf(mediaType);
  if (essence === "application/json" || essence.endsWith("+json") || essence === "*/*") return "json";
  if (member(schema, "format") === "binary") return "blob";
  return essence.startsWith("text/") || essence.endsWith("+xml") || essence === "application/xml" ? "text" : "blob";
}

/** How a plain object is encoded for this media type; undefined where it only takes bytes. */
export function requestMediaKind({ mediaType }: MediaType): RequestKind | undefined {
  const essence = essenceOf(mediaType);
  if (essence === "application/json" || essence.endsWith("+json") || essence === "*/*") return "json";
  if (essence === "multipart/form-data") return "multipart";
  return essence === "application/x-www-form-urlencoded" ? "form" : undefined;
}

/** The media type without its parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
