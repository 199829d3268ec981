import { compareSchemas, type SchemaPair } from "./compare-schemas.ts";
import { isJsonObject, member, objectMember, type JsonValue } from "./json-value.ts";
import type { SpecChange } from "./spec-change.ts";

/** Compares the members of two versions of an object: which there are, which have to be there, and what each holds. */
export function compareMembers({ before, after, subject, direction }: SchemaPair): SpecChange[] {
  const [old, now] = [objectMember(before, "properties"), objectMember(after, "properties")];
  const [oldRequired, required] = [requiredOf(before), requiredOf(after)];
  const changes: SpecChange[] = [];
  for (const name of Object.keys(old)) {
    if (!Object.hasOwn(now, name)) changes.push({ kind: "removed", breaking: true, subject: `${subject}.${name}` });
  }
  for (const [name, property] of Object.entries(now)) {
    const at = `${subject}.${name}`;
    const present = member(old, name);
    const isRequired = required.has(name);
    if (present === undefined) {
      const breaking = direction.sent && isRequired;
      changes.push({ kind: "added", breaking, subject: at, ...(breaking ? { detail: "and has to be sent" } : {}) });
      continue;
    }
    if (isRequired !== oldRequired.has(name)) {
      const breaking = isRequired ? direction.sent : direction.received;
      changes.push({
        kind: "changed",
        breaking,
        subject: at,
        detail: isRequired ? "is required" : "is no longer required",
      });
    }
    changes.push(...compareSchemas({ before: present, after: property, subject: at, direction }));
  }
  return [...changes, ...compareAdditional({ before, after, subject, direction })];
}

/** Compares what is said of members that have no name of their own. */
function compareAdditional({ before, after, subject, direction }: SchemaPair): SpecChange[] {
  const [old, now] = [member(before, "additionalProperties"), member(after, "additionalProperties")];
  const at = `${subject}.*`;
  if (isJsonObject(old) && isJsonObject(now))
    return compareSchemas({ before: old, after: now, subject: at, direction });
  if (allowsAny(old) === allowsAny(now)) return [];
  return [{ kind: allowsAny(now) ? "added" : "removed", breaking: !allowsAny(now), subject: at }];
}

/** Whether the type has an index signature: what is left unsaid allows more members, but none is typed. */
function allowsAny(additional: JsonValue | undefined): boolean {
  return additional === true || isJsonObject(additional);
}

function requiredOf(schema: JsonValue | undefined): ReadonlySet<unknown> {
  const required = member(schema, "required");
  return new Set(Array.isArray(required) ? required : []);
}
