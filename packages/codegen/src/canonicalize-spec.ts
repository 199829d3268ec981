import type { MemberRule, ShapeName } from "./canonical-shape.ts";
import { freeMembers, shapes } from "./canonical-shapes.ts";
import { carriesProse } from "./carries-prose.ts";
import { toPointer } from "./json-pointer.ts";
import { isJsonObject, mapMembers, member, setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { proseMembers } from "./prose-members.ts";
import { sortParameters } from "./sort-parameters.ts";

/** A specification that holds the interface alone, in its one order. */
export interface CanonicalSpec {
  readonly document: JsonObject;
  /** Pointers into the given document of members that OpenAPI does not know; they were left out. */
  readonly unknown: readonly string[];
}

type Location = readonly (string | number)[];

/**
 * Keeps what a specification says about the interface and leaves out what it says to people, in an order that depends on the
 * interface alone: two documents that differ in prose or in the order of their members give the same result. The order of
 * alternatives (`oneOf`, `enum`, `security`, `servers`) is kept, since a reader may go by it.
 *
 * @param document - A parsed specification; it is not changed.
 */
export function canonicalizeSpec(document: JsonObject): CanonicalSpec {
  const unknown: string[] = [];

  function carryObject(value: JsonValue, shape: ShapeName, at: Location): JsonValue {
    if (!isJsonObject(value)) return value;
    const result: JsonObject = {};
    for (const [name, rule] of Object.entries(shapes[shape])) carryMember(result, { value, name, rule, at });
    for (const name of Object.keys(value).sort()) {
      if (Object.hasOwn(shapes[shape], name)) continue;
      const entry = member(value, name) ?? null;
      const free = freeMembers[shape];
      if (name.startsWith("x-")) {
        if (!carriesProse(name, entry)) setMember(result, name, sortMembers(entry));
      } else if (free !== undefined) carryMember(result, { value, name, rule: free, at });
      else if (!proseMembers.has(name)) unknown.push(toPointer([...at, name]));
    }
    return result;
  }

  function carryMember(result: JsonObject, from: Member): void {
    const { value, name, rule, at } = from;
    const entry = member(value, name);
    if (rule === "empty") {
      // OpenAPI demands the description of a response, but not beside a reference.
      if (entry !== undefined || member(value, "$ref") === undefined) setMember(result, name, "");
    } else if (entry !== undefined) setMember(result, name, carry(entry, rule, [...at, name]));
  }

  function carry(entry: JsonValue, rule: Exclude<MemberRule, "empty">, at: Location): JsonValue {
    if (rule === "data") return sortMembers(entry);
    if (rule === "sorted") return Array.isArray(entry) ? [...entry].sort() : entry;
    const { shape, holds } = rule;
    if (holds === "names" && isJsonObject(entry)) {
      return mapMembers(sorted(entry), (value, name) => carryObject(value, shape, [...at, name]));
    }
    if (holds === "list" && Array.isArray(entry)) {
      const carried = entry.map((value, index) => carryObject(value, shape, [...at, index]));
      return shape === "parameter" ? sortParameters(document, carried) : carried;
    }
    return holds === "one" ? carryObject(entry, shape, at) : entry;
  }

  const carried = carryObject(document, "document", []);
  return { document: isJsonObject(carried) ? carried : {}, unknown };
}

interface Member {
  readonly value: JsonObject;
  readonly name: string;
  readonly rule: MemberRule;
  readonly at: Location;
}

function sortMembers(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortMembers);
  return isJsonObject(value) ? mapMembers(sorted(value), sortMembers) : value;
}

function sorted(object: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const name of Object.keys(object).sort()) setMember(result, name, member(object, name) ?? null);
  return result;
}
