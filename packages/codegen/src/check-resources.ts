import { toPointer } from "./json-pointer.ts";
import { member } from "./json-value.ts";
import type { Specification, SpecOperation } from "./openapi.ts";
import { successShape } from "./operation-types.ts";
import type { ResolvedPages } from "./resolve-pages.ts";
import { propertySchema, schemaAt } from "./schema-walk.ts";
import type { ResourceOperationSettings, ResourceSettings, Settings } from "./settings.ts";
import type { Problem } from "./spec-error.ts";

/** What {@link checkResources} compares. */
export interface ResourceCheck {
  readonly specification: Specification;
  readonly settings: Settings;
  readonly pages: ResolvedPages;
  /** The settings' name for messages. */
  readonly file: string;
}

/** Checks the mock's collections against the specification: schemas, operations, parameters and the places of items. */
export function checkResources({ specification, settings, pages, file }: ResourceCheck): Problem[] {
  return settings.resources.flatMap((resource, index) => {
    const at = (...names: (string | number)[]): string => toPointer(["resources", index, ...names]);
    const schema = member(specification.schemas, resource.schema);
    if (schema === undefined) {
      const problem = `there is no schema ${JSON.stringify(resource.schema)}`;
      return [{ file, pointer: at("schema"), problem, mend: "name a component schema" }];
    }
    const problems: Problem[] = [];
    if (propertySchema(specification.document, schema, resource.key) === undefined) {
      const problem = `${resource.schema} has no property ${JSON.stringify(resource.key)}`;
      problems.push({ file, pointer: at("key"), problem, mend: "name the property that identifies an item" });
    }
    for (const [position, operation] of resource.operations.entries()) {
      for (const { name, problem, mend } of checkOperation({ specification, resource, operation, pages })) {
        problems.push({ file, pointer: at("operations", position, name), problem, mend });
      }
    }
    return problems;
  });
}

interface OperationCheck {
  readonly specification: Specification;
  readonly resource: ResourceSettings;
  readonly operation: ResourceOperationSettings;
  readonly pages: ResolvedPages;
}

interface NamedProblem {
  readonly name: string;
  readonly problem: string;
  readonly mend: string;
}

function checkOperation({ specification, resource, operation, pages }: OperationCheck): NamedProblem[] {
  const { document, schemas, operations } = specification;
  const found = operations.find(({ id }) => id === operation.id);
  if (found === undefined) {
    return [
      { name: "id", problem: `there is no operation ${JSON.stringify(operation.id)}`, mend: "correct the operationId" },
    ];
  }
  const problems: NamedProblem[] = [];
  const { parameter, item, filters = {} } = operation;
  if (parameter !== undefined && !hasParameter(found, parameter)) {
    problems.push({
      name: "parameter",
      problem: `${found.id} has no parameter ${JSON.stringify(parameter)}`,
      mend: "correct its name",
    });
  }
  for (const [filter, property] of Object.entries(filters)) {
    if (!hasParameter(found, filter)) {
      problems.push({
        name: "filters",
        problem: `${found.id} has no parameter ${JSON.stringify(filter)}`,
        mend: "correct its name",
      });
    } else if (propertySchema(document, member(schemas, resource.schema), property) === undefined) {
      const problem = `${resource.schema} has no property ${JSON.stringify(property)}`;
      problems.push({ name: "filters", problem, mend: "name the property it selects by" });
    }
  }
  if (operation.does === "list" && item === undefined && !pages.pages.has(found.id)) {
    const mend = "add it to the pagination, of style single-page if it is answered whole";
    problems.push({ name: "id", problem: `${found.id} is a list, but nothing says where its items are`, mend });
  }
  const answer = successShape(found).answers.find(({ media }) => media !== undefined)?.media?.schema;
  if (item !== undefined && schemaAt(document, answer, item) === undefined) {
    const problem = `${found.id} answers without ${item.join(".")}`;
    problems.push({ name: "item", problem, mend: "correct the path, or describe the member in the overlay" });
  }
  return problems;
}

function hasParameter(operation: SpecOperation, name: string): boolean {
  return operation.parameters.some((parameter) => parameter.name === name);
}
