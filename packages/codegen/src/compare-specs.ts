import { compareOperations, operationSubject } from "./compare-operations.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { member, type JsonObject } from "./json-value.ts";
import { markOpenEnums } from "./mark-open-enums.ts";
import type { Specification, SpecOperation } from "./openapi.ts";
import { readSpecification } from "./read-specification.ts";
import { schemaUsage } from "./schema-usage.ts";
import type { SpecChange } from "./spec-change.ts";

/**
 * What a user of the client notices between two versions of a specification: operations, parameters, bodies, answers, schemas, their
 * members and values. Sentences do not count.
 *
 * @param before - A validated, compiled document.
 * @param after - The document that takes its place.
 */
export function compareSpecs(before: JsonObject, after: JsonObject): SpecChange[] {
  const [old, now] = [readSpecification(markOpenEnums(before)), readSpecification(markOpenEnums(after))];
  return [...compareAllOperations(old, now), ...compareComponents(old, now)];
}

function compareAllOperations(old: Specification, now: Specification): SpecChange[] {
  const partners = matchOperations(old.operations, now.operations);
  const kept = new Set(partners.values());
  const removed = old.operations.filter((operation) => !kept.has(operation));
  return [
    ...removed.map((operation): SpecChange => ({
      kind: "removed",
      breaking: true,
      subject: operationSubject(operation),
    })),
    ...now.operations.flatMap((operation): SpecChange[] => {
      const partner = partners.get(operation);
      if (partner !== undefined) return compareOperations(partner, operation);
      return [{ kind: "added", breaking: false, subject: operationSubject(operation) }];
    }),
  ];
}

/** An operation stays itself where its name does, or else where its method and path do. */
function matchOperations(
  old: readonly SpecOperation[],
  now: readonly SpecOperation[],
): ReadonlyMap<SpecOperation, SpecOperation> {
  const partners = new Map<SpecOperation, SpecOperation>();
  const free = new Set(old);
  for (const key of [({ id }: SpecOperation) => id, ({ method, path }: SpecOperation) => `${method} ${path}`]) {
    const byKey = new Map([...free].map((operation) => [key(operation), operation]));
    for (const operation of now) {
      const partner = partners.has(operation) ? undefined : byKey.get(key(operation));
      if (partner === undefined) continue;
      partners.set(operation, partner);
      free.delete(partner);
    }
  }
  return partners;
}

function compareComponents(old: Specification, now: Specification): SpecChange[] {
  const [oldUsage, usage] = [schemaUsage(old), schemaUsage(now)];
  const removed = Object.keys(old.schemas).filter((name) => !Object.hasOwn(now.schemas, name));
  return [
    ...removed.map((name): SpecChange => ({ kind: "removed", breaking: true, subject: `schema ${name}` })),
    ...Object.entries(now.schemas).flatMap(([name, after]): SpecChange[] => {
      const before = member(old.schemas, name);
      if (before === undefined) return [{ kind: "added", breaking: false, subject: `schema ${name}` }];
      const [was, is] = [oldUsage.direction(name), usage.direction(name)];
      const direction = { sent: was.sent || is.sent, received: was.received || is.received };
      return compareSchemas({ before, after, subject: name, direction });
    }),
  ];
}
