import type { JsonObject } from "./json-value.ts";

/** Writes `openapi.json`: the specification after its overlay, for every tool that reads OpenAPI. */
export function emitOpenapiJson(document: JsonObject): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
