import { dataLiteral } from "./emit-text.ts";
import type { JsonValue } from "./json-value.ts";

/** Writes `codegen.ts`: overlay and settings as data, for users who generate from their own server's specification. */
export function emitCodegenEntry({ overlay, settings }: { overlay: JsonValue; settings: JsonValue }): string {
  return [
    "/** The corrections to the specification, as an OpenAPI Overlay document. */\n",
    `export const overlay: Readonly<Record<string, unknown>> = ${dataLiteral(overlay)};\n\n`,
    "/** What OpenAPI cannot say: how lists are paged and what the mock holds. */\n",
    `export const settings: Readonly<Record<string, unknown>> = ${dataLiteral(settings)};\n`,
  ].join("");
}
