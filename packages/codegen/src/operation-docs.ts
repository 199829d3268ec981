import { docComment } from "./emit-text.ts";
import type { SpecOperation } from "./openapi.ts";

/** What an editor shows for an operation function: what it does, and the call behind it. */
export function operationDocs({ summary, description, method, path, deprecated }: SpecOperation): string {
  const call = `\`${method.toUpperCase()} ${path.replaceAll("`", "'")}\``;
  return docComment(
    [summary, description === summary ? undefined : description, call],
    deprecated ? ["@deprecated"] : [],
  );
}
