import { docComment } from "./emit-text.ts";
import type { ErrorCode, SpecOperation } from "./openapi.ts";

/** What an editor shows for an operation function: what it does, the codes of its errors, and the call behind it. */
export function operationDocs(operation: SpecOperation): string {
  const { summary, description, errorCodes, method, path, deprecated } = operation;
  return docComment(
    [
      summary,
      description === summary ? undefined : description,
      errorCodes && `Error codes: ${errorCodes.map(describeCode).join(", ")}.`,
      code(`${method.toUpperCase()} ${path}`),
    ],
    deprecated ? ["@deprecated"] : [],
  );
}

/** `5710` (wrong layout) */
function describeCode({ code: value, meaning }: ErrorCode): string {
  return code(value) + (meaning === undefined ? "" : ` (${meaning.replace(/\s+/g, " ").trim()})`);
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
