import type { SchemaPair } from "./compare-schemas.ts";
import type { SpecChange } from "./spec-change.ts";
import { typeNames, unknownType } from "./type-names.ts";

/** Compares the kinds of value that two versions of a schema allow. */
export function compareTypes({ before, after, subject, direction }: SchemaPair): SpecChange[] {
  const [old, now] = [typeNames(before), typeNames(after)];
  const lost = new Set([...old].filter((name) => !now.has(name)));
  const gained = new Set([...now].filter((name) => !old.has(name)));
  if (lost.size === 0 && gained.size === 0) return [];
  const breaking = (direction.received && isWider(lost, gained)) || (direction.sent && isWider(gained, lost));
  return [{ kind: "changed", breaking, subject, detail: `is ${write(now)}, was ${write(old)}` }];
}

/** Whether the second set has what the first does not allow. Whole numbers are numbers, and anything is unknown. */
function isWider(lost: ReadonlySet<string>, gained: ReadonlySet<string>): boolean {
  if (lost.has(unknownType)) return false;
  return [...gained].some(
    (name) => !(name === "integer" && lost.has("number")) && !(name === "number" && lost.has("integer")),
  );
}

function write(names: ReadonlySet<string>): string {
  return [...names].sort().join(" | ");
}
