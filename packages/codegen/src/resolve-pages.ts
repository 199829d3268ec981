import { pageConstantName } from "./emit-pages.ts";
import type { PageDescription } from "./page-description.ts";
import { toPointer } from "./json-pointer.ts";
import type { JsonValue } from "./json-value.ts";
import type { SpecOperation, Specification } from "./openapi.ts";
import { bodyShape, successShape } from "./operation-types.ts";
import { itemSchema, propertySchema, schemaAt } from "./schema-walk.ts";
import type { Settings } from "./settings.ts";
import type { Problem } from "./spec-error.ts";

/** How one operation is paged. */
export interface OperationPage {
  readonly description: PageDescription;
  /** Schema of one item. */
  readonly item: JsonValue;
  /** The name of the constant that holds the strategy, shared by every operation that pages so. */
  readonly constant: string;
}

/** The paged operations by operationId, and what in the settings does not fit the specification. */
export interface ResolvedPages {
  readonly pages: ReadonlyMap<string, OperationPage>;
  readonly problems: readonly Problem[];
}

/** Checks the pagination settings against the specification: the operations, their parameters and the members of their answers. */
export function resolvePages(specification: Specification, settings: Settings, file: string): ResolvedPages {
  const pages = new Map<string, OperationPage>();
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const [index, { operations, description }] of settings.pagination.entries()) {
    const report = (name: string, problem: string, mend: string): void => {
      problems.push({ file, pointer: toPointer(["pagination", index, name]), problem, mend });
    };
    const constant = pageConstantName({ operations, description, taken });
    for (const id of operations) {
      const operation = specification.operations.find((candidate) => candidate.id === id);
      if (operation === undefined) {
        report("operations", `there is no operation ${JSON.stringify(id)}`, "correct the operationId, or remove it");
        continue;
      }
      if (pages.has(id)) report("operations", `${JSON.stringify(id)} is paged twice`, "keep one");
      const item = checkPage({ specification, operation, description, report });
      if (item === undefined) continue;
      pages.set(id, { description, item, constant });
    }
  }
  return { pages, problems };
}

interface PageCheck {
  readonly specification: Specification;
  readonly operation: SpecOperation;
  readonly description: PageDescription;
  readonly report: (name: string, problem: string, mend: string) => void;
}

/** The schema of the items, or undefined where the description does not fit. */
function checkPage({ specification, operation, description, report }: PageCheck): JsonValue | undefined {
  const { document } = specification;
  const answer = successShape(operation).answers.find(({ media }) => media !== undefined)?.media?.schema;
  for (const [name, path] of Object.entries(description)) {
    if (!Array.isArray(path) || name === "items" || schemaAt(document, answer, path) !== undefined) continue;
    report(
      name,
      `${operation.id} answers without ${path.join(".")}`,
      "correct the path, or describe the member in the overlay",
    );
  }
  checkRequestMembers({ specification, operation, description, report });
  const item = itemSchema(document, schemaAt(document, answer, description.items));
  if (item === undefined) {
    const place = description.items.length === 0 ? "a list" : `a list at ${description.items.join(".")}`;
    report(
      "items",
      `${operation.id} does not answer ${place}`,
      "correct the path, or describe the list in the overlay",
    );
  }
  return item;
}

function checkRequestMembers({ specification, operation, description, report }: PageCheck): void {
  const inBody = description.style === "page-number" && description.in === "body";
  for (const [name, parameter] of Object.entries(description)) {
    if (typeof parameter !== "string" || !["page", "size", "cursor"].includes(name)) continue;
    const found = inBody
      ? propertySchema(specification.document, bodySchema(operation), parameter)
      : operation.parameters.find((candidate) => candidate.in === "query" && candidate.name === parameter);
    if (found !== undefined) continue;
    const place = inBody ? "member of its body" : "query parameter";
    report(name, `${operation.id} has no ${place} ${JSON.stringify(parameter)}`, "correct the name");
  }
}

function bodySchema(operation: SpecOperation): JsonValue | undefined {
  return operation.body === undefined ? undefined : bodyShape(operation.body)?.media.schema;
}
