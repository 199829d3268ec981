import { checkReferences } from "./check-references.ts";
import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { toPointer } from "./json-pointer.ts";
import { httpMethods } from "./openapi.ts";
import { refuse, type Problem } from "./spec-error.ts";
import { checkVersion } from "./validate-spec.ts";

/**
 * Checks what a platform gave out before it becomes a file of ours: OpenAPI 3.0 or 3.1 with paths, references that stay inside, one
 * operation for each operationId, and no name that is the prototype of objects. What else a client needs is checked after the overlay,
 * which may mend it.
 *
 * @throws SpecError with everything that is wrong.
 */
export function checkInterface(document: JsonValue, file: string): JsonObject {
  const checked = checkVersion(document, file);
  const paths = Object.keys(objectMember(checked, "paths"));
  const noPaths =
    paths.length > 0
      ? []
      : [{ file, pointer: "/paths", problem: "there are no paths", mend: "pass another description" }];
  refuse([
    ...noPaths,
    ...checkNames(checked, { file, segments: [] }),
    ...checkReferences(checked, file),
    ...checkIds(checked, file),
  ]);
  return checked;
}

interface Place {
  readonly file: string;
  readonly segments: readonly (string | number)[];
}

/** No API needs the name `__proto__`, and every tool that reads the result would have to be as careful as this one. */
function checkNames(value: JsonValue, { file, segments }: Place): Problem[] {
  const entries = Array.isArray(value) ? value.entries() : isJsonObject(value) ? Object.entries(value) : [];
  return [...entries].flatMap(([name, entry]) => {
    const at = [...segments, name];
    if (name !== "__proto__") return checkNames(entry, { file, segments: at });
    return [
      { file, pointer: toPointer(at), problem: "a member is called __proto__", mend: "remove it from the description" },
    ];
  });
}

function checkIds(document: JsonObject, file: string): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [path, item] of Object.entries(objectMember(document, "paths"))) {
    for (const method of httpMethods) {
      const id = member(member(item, method), "operationId");
      if (typeof id !== "string") continue;
      const pointer = toPointer(["paths", path, method, "operationId"]);
      const other = seen.get(id);
      seen.set(id, pointer);
      if (other === undefined) continue;
      const problem = `the operationId ${JSON.stringify(id)} is that of ${other} too`;
      problems.push({ file, pointer, problem, mend: "give each operation an operationId of its own" });
    }
  }
  return problems;
}
