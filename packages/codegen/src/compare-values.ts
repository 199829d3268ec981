import type { SchemaPair } from "./compare-schemas.ts";
import { member, type JsonValue } from "./json-value.ts";
import { openEnum } from "./mark-open-enums.ts";
import type { SpecChange } from "./spec-change.ts";

/** Keywords that narrow values without changing their type, and those that say how a value is to be used. */
const keywords = (
  "format default deprecated readOnly writeOnly pattern minLength maxLength multipleOf minimum exclusiveMinimum maximum " +
  "exclusiveMaximum minItems maxItems uniqueItems minProperties maxProperties const"
).split(" ");

/** Compares which values of their type two versions of a schema allow. */
export function compareValues(pair: SchemaPair): SpecChange[] {
  return [...compareEnums(pair), ...keywords.flatMap((keyword) => compareKeyword(pair, keyword))];
}

function compareEnums({ before, after, subject, direction }: SchemaPair): SpecChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old === undefined && now === undefined) return [];
  if (old === undefined || now === undefined) {
    const detail =
      now === undefined ? "takes any value, no longer some known ones" : `is one of ${[...now].join(", ")}`;
    return [{ kind: "changed", breaking: now !== undefined && direction.sent, subject, detail }];
  }
  // A closed enumeration is meant to be handled case by case; an open one already has a branch for what is new.
  const isClosed = member(after, openEnum) !== true;
  return [
    ...[...old]
      .filter((value) => !now.has(value))
      .map((value): SpecChange => ({
        kind: "removed",
        breaking: direction.sent,
        subject,
        detail: `value ${value}`,
      })),
    ...[...now]
      .filter((value) => !old.has(value))
      .map((value): SpecChange => ({
        kind: "added",
        breaking: direction.received && isClosed,
        subject,
        detail: `value ${value}`,
      })),
  ];
}

function valuesOf(schema: JsonValue | undefined): Set<string> | undefined {
  const values = member(schema, "enum");
  return Array.isArray(values) ? new Set(values.map((value) => JSON.stringify(value))) : undefined;
}

function compareKeyword({ before, after, subject }: SchemaPair, keyword: string): SpecChange[] {
  const [old, now] = [textOf(member(before, keyword)), textOf(member(after, keyword))];
  if (old === now || [old, now].includes('"binary"')) return []; // Bytes are a type of their own.
  return [{ kind: "changed", breaking: false, subject, detail: `${keyword} is ${now}, was ${old}` }];
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined || value === false ? "not set" : JSON.stringify(value);
}
