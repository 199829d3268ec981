import { toPointer } from "./json-pointer.ts";
import { member } from "./json-value.ts";
import type { Specification, SpecOperation } from "./openapi.ts";
import { bodyShape, successShape } from "./operation-types.ts";
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
  const { document, operations } = specification;
  const found = operations.find(({ id }) => id === operation.id);
  if (found === undefined) {
    return [
      { name: "id", problem: `there is no operation ${JSON.stringify(operation.id)}`, mend: "correct the operationId" },
    ];
  }
  const problems: NamedProblem[] = [];
  const { parameter, item } = operation;
  if (parameter !== undefined && !hasParameter(found, parameter)) {
    problems.push({
      name: "parameter",
      problem: `${found.id} has no parameter ${JSON.stringify(parameter)}`,
      mend: "correct its name",
    });
  }
  for (const use of propertyUses(operation)) problems.push(...checkUse({ specification, resource, found, use }));
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

/** A parameter that a list is narrowed or ordered by, and the properties it goes by. */
interface PropertyUse {
  readonly name: "filters" | "search" | "sort";
  readonly parameter: string;
  readonly properties: readonly string[];
}

function propertyUses({ filters = {}, search, sort }: ResourceOperationSettings): PropertyUse[] {
  const uses = Object.entries(filters).map(([parameter, property]): PropertyUse => ({
    name: "filters",
    parameter,
    properties: [property],
  }));
  if (search) uses.push({ name: "search", parameter: search.parameter, properties: search.fields });
  if (sort) uses.push({ name: "sort", parameter: sort.parameter, properties: Object.values(sort.fields ?? {}) });
  return uses;
}

interface UseCheck {
  readonly specification: Specification;
  readonly resource: ResourceSettings;
  readonly found: SpecOperation;
  readonly use: PropertyUse;
}

function checkUse({ specification, resource, found, use }: UseCheck): NamedProblem[] {
  const { name, parameter, properties } = use;
  if (!hasParameter(found, parameter) && !(name === "filters" && hasMember(specification, found, parameter))) {
    const problem = `${found.id} has no parameter ${JSON.stringify(parameter)}`;
    return [{ name, problem, mend: "correct its name" }];
  }
  return properties
    .filter((property) => !hasProperty(specification, resource, property))
    .map((property) => ({
      name,
      problem: `${resource.schema} has no property ${JSON.stringify(property)}`,
      mend: "name a property of its items, or a dotted path to one",
    }));
}

/** A property may have a dot in its name: the whole name comes before the path it could be. */
function hasProperty({ document, schemas }: Specification, { schema }: ResourceSettings, property: string): boolean {
  const item = member(schemas, schema);
  return (
    propertySchema(document, item, property) !== undefined ||
    schemaAt(document, item, property.split(".")) !== undefined
  );
}

/** A list that is asked for by POST has its filters in its body. */
function hasMember({ document }: Specification, { body }: SpecOperation, name: string): boolean {
  const schema = body && bodyShape(body)?.media.schema;
  return propertySchema(document, schema, name) !== undefined;
}

function hasParameter(operation: SpecOperation, name: string): boolean {
  return operation.parameters.some((parameter) => parameter.name === name);
}
