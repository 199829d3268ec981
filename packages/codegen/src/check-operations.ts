import { checkParameters } from "./check-parameters.ts";
import { isJsonObject, member, type JsonObject, type JsonValue } from "./json-value.ts";
import { toPointer } from "./json-pointer.ts";
import { httpMethods } from "./openapi.ts";
import { operationIdPattern, operationName } from "./operation-name.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { Problem } from "./spec-error.ts";

/** Checks the paths: every operation needs a name of its own, declared parameters and at least one answer. */
export function checkOperations(document: JsonObject, file: string): Problem[] {
  const paths = member(document, "paths");
  if (!isJsonObject(paths)) {
    return [{ file, pointer: "/paths", problem: "there are no paths", mend: "describe at least one path" }];
  }
  const problems: Problem[] = [];
  const names = new Map<string, string>();
  for (const [path, item] of Object.entries(paths)) {
    if (path.startsWith("x-")) continue;
    const pointer = toPointer(["paths", path]);
    if (!/^\/[^?#\s]*$/.test(path)) {
      const mend = "begin it with a slash, and move a query into parameters";
      problems.push({ file, pointer, problem: `${JSON.stringify(path)} is not a path`, mend });
    }
    if (!isJsonObject(item) || member(item, "$ref") !== undefined) {
      problems.push({ file, pointer, problem: "the path item is not written out", mend: "describe the path in place" });
      continue;
    }
    for (const method of httpMethods) {
      const operation = member(item, method);
      if (operation === undefined) continue;
      problems.push(...checkOperation({ document, file, path, method, item, operation, names }));
    }
  }
  return problems;
}

interface OperationCheck {
  readonly document: JsonObject;
  readonly file: string;
  readonly path: string;
  readonly method: string;
  readonly item: JsonObject;
  readonly operation: JsonValue;
  /** Function names that are taken, with the operationId that took each. */
  readonly names: Map<string, string>;
}

function checkOperation(check: OperationCheck): Problem[] {
  const { document, file, path, method, item, operation, names } = check;
  const pointer = toPointer(["paths", path, method]);
  if (!isJsonObject(operation)) {
    return [{ file, pointer, problem: "the operation is not an object", mend: "describe it, or remove it" }];
  }
  const problems = checkName({ file, pointer, id: member(operation, "operationId"), names });
  problems.push(...checkParameters({ document, file, path, item, operation, pointer }));
  const responses = member(operation, "responses");
  if (!isJsonObject(responses) || Object.keys(responses).filter(isStatus).length === 0) {
    const mend = "describe a response; give it an empty schema where the body is not known";
    problems.push({ file, pointer: `${pointer}/responses`, problem: "the operation has no response", mend });
  }
  for (const status of isJsonObject(responses) ? Object.keys(responses) : []) {
    if (isStatus(status) || status.startsWith("x-")) continue;
    const problem = `${JSON.stringify(status)} is not a status`;
    const mend = "use a number such as 200, a class such as 2XX, or default";
    problems.push({ file, pointer: pointer + toPointer(["responses", status]), problem, mend });
  }
  const body = member(operation, "requestBody");
  if (
    body !== undefined &&
    Object.keys(resolveReference(document, member(resolveReference(document, body), "content"))).length === 0
  ) {
    const mend = "give it a media type, or remove it";
    problems.push({ file, pointer: `${pointer}/requestBody`, problem: "the request body has no content", mend });
  }
  return problems;
}

/** Whether a key of `responses` is a status that a client can meet. */
export function isStatus(key: string): boolean {
  return /^(?:[1-5]\d\d|[1-5]XX|default)$/.test(key);
}

interface NameCheck {
  readonly file: string;
  readonly pointer: string;
  readonly id: JsonValue | undefined;
  readonly names: Map<string, string>;
}

function checkName({ file, pointer, id, names }: NameCheck): Problem[] {
  const mend = "set an operationId of its own, in the description or its overlay";
  if (typeof id !== "string" || id === "")
    return [{ file, pointer, problem: "the operation has no operationId", mend }];
  const at = `${pointer}/operationId`;
  const name = operationName(id);
  if (name === undefined) {
    const why = operationIdPattern.test(id)
      ? "a reserved word of JavaScript"
      : "not made of letters, digits and - _ . / :";
    return [{ file, pointer: at, problem: `the operationId ${JSON.stringify(id)} is ${why}`, mend }];
  }
  const other = names.get(name);
  if (other !== undefined) {
    const problem = `the operationIds ${JSON.stringify(other)} and ${JSON.stringify(id)} both give the function ${name}`;
    return [{ file, pointer: at, problem, mend }];
  }
  names.set(name, id);
  return [];
}
