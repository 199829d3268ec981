import { membersOf, objectsIn } from "../../msw/read-sent.ts";
import type { StardustHelixErrorCode } from "../error-codes.ts";

type Operator = Readonly<Record<string, unknown>>;

/** The operators and those inside them, in one row. */
export function operatorsIn(operators: readonly Operator[]): readonly Operator[] {
  return operators.flatMap((operator) => [operator, ...operatorsIn(objectsIn(operator["children"]))]);
}

/** Why a taxonomy is refused; undefined for a good one. */
export function findTaxonomyFault(operators: readonly Operator[]): StardustHelixErrorCode | undefined {
  const all = operatorsIn(operators);
  if (hasDuplicate(all.map(({ key }) => key))) return 57002;
  if (hasDuplicate(all.map(({ label }) => label))) return 57012;
  return all.map(findOperatorFault).find((code) => code !== undefined);
}

function findOperatorFault(operator: Operator): StardustHelixErrorCode | undefined {
  const { imageSourceMapping = [] } = membersOf(operator["slotSpecification"]);
  const inside = operatorsIn(objectsIn(operator["children"])).map(({ key }) => key);
  if (![imageSourceMapping].flat().every((key) => inside.includes(key))) return 57004;
  const { minQuantity, maxQuantity } = membersOf(operator["instanceOption"]);
  if (typeof minQuantity === "number" && typeof maxQuantity === "number" && minQuantity > maxQuantity) return 57005;
  const { items, default: preset = [] } = membersOf(operator["inputSpecification"]);
  if (items === undefined) return undefined;
  const values = operatorsIn(objectsIn(items)).map(({ value }) => value);
  return [preset].flat().every((one) => values.includes(one)) ? undefined : 57006;
}

function hasDuplicate(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}
