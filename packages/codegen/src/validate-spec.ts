import { checkOperations } from "./check-operations.ts";
import { checkReferences } from "./check-references.ts";
import { isJsonObject, member, type JsonObject, type JsonValue } from "./json-value.ts";
import { toPointer } from "./json-pointer.ts";
import { refuse, SpecError, type Problem } from "./spec-error.ts";

/** What OpenAPI allows as the name of a component, but for `__proto__`, which is no ordinary name in JavaScript. */
const componentName = /^(?!__proto__$)[A-Za-z0-9._-]+$/;

/**
 * Checks that a compiled specification is OpenAPI 3.0 or 3.1 and has what a client needs of it.
 *
 * @param document - The specification after its overlay.
 * @param file - The specification's name for messages.
 * @returns The document, known to be an object.
 * @throws SpecError with everything that is wrong.
 */
export function validateSpec(document: JsonValue, file: string): JsonObject {
  const checked = checkVersion(document, file);
  // What follows a reference needs it to lead somewhere.
  refuse(checkReferences(checked, file));
  refuse([...checkInfo(checked, file), ...checkComponents(checked, file), ...checkOperations(checked, file)]);
  return checked;
}

/**
 * Checks that a document says it is OpenAPI 3.0 or 3.1.
 *
 * @returns The document, known to be an object.
 * @throws SpecError where it does not.
 */
export function checkVersion(document: JsonValue, file: string): JsonObject {
  if (!isJsonObject(document)) {
    throw notOpenApi(file, "the document is not an object");
  }
  const version = member(document, "openapi");
  if (typeof version !== "string" || !/^3\.[01]\.\d+$/.test(version)) {
    throw notOpenApi(file, member(document, "swagger") === undefined ? "it has no OpenAPI version" : "it is Swagger 2");
  }
  return document;
}

function notOpenApi(file: string, problem: string): SpecError {
  const mend = "give it an OpenAPI 3.0 or 3.1 document, `openapi: 3.0.3`";
  return new SpecError([{ file, pointer: "/openapi", problem, mend }]);
}

function checkInfo(document: JsonObject, file: string): Problem[] {
  const info = member(document, "info");
  return ["title", "version"]
    .filter((name) => typeof member(info, name) !== "string")
    .map((name) => ({
      file,
      pointer: `/info/${name}`,
      problem: `info.${name} is missing`,
      mend: "write it as a string",
    }));
}

function checkComponents(document: JsonObject, file: string): Problem[] {
  const problems: Problem[] = [];
  const components = member(document, "components");
  for (const [kind, entries] of Object.entries(isJsonObject(components) ? components : {})) {
    if (kind.startsWith("x-")) continue;
    for (const [name, entry] of Object.entries(isJsonObject(entries) ? entries : {})) {
      const pointer = toPointer(["components", kind, name]);
      if (!componentName.test(name)) {
        const problem = `${JSON.stringify(name)} cannot name a component`;
        problems.push({ file, pointer, problem, mend: "use letters, digits, dots, hyphens and underscores" });
      } else if (!isJsonObject(entry)) {
        problems.push({ file, pointer, problem: "the component is not an object", mend: "describe it, or remove it" });
      }
    }
  }
  return problems;
}
