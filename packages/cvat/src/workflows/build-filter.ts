import { checkOptions, ConfigError, isPlainObject, type OptionRules } from "@labelwire/core";
import { filterFields, type FilteredList, type FilterField } from "./filter-fields.ts";

/** A value to compare with. A `Date` is compared as the server writes times. */
export type FilterValue = string | number | boolean | Date;

/** What a field is asked for, where it is not equality. All members have to hold. */
export interface FieldTest<Value extends FilterValue = FilterValue> {
  /** The field is one of these. */
  readonly in?: readonly Value[] | undefined;
  /** The text holds this one. */
  readonly contains?: string | undefined;
  /** The field is this or more. */
  readonly from?: Value | undefined;
  /** The field is this or less. */
  readonly to?: Value | undefined;
  /** The field is more than this. */
  readonly above?: Value | undefined;
  /** The field is less than this. */
  readonly below?: Value | undefined;
  /** True where the field has to have a value, false where it must have none. */
  readonly exists?: boolean | undefined;
}

/** What a field can be compared with: a time alone with a `Date`, whose methods an editor would offer in any other field's test. */
type FieldValue<Field extends string> = Field extends `${string}_${"date" | "updated"}`
  ? FilterValue
  : Exclude<FilterValue, Date>;

/** A condition over the fields of a list: all members have to hold. */
export type FilterCondition<List extends FilteredList> = {
  readonly [Field in FilterField<List>]?: FieldValue<Field> | FieldTest<FieldValue<Field>> | undefined;
} & {
  /** At least one of these conditions holds. */
  readonly or?: readonly FilterCondition<List>[] | undefined;
  /** This condition does not hold. */
  readonly not?: FilterCondition<List> | undefined;
};

/**
 * Writes the `filter` of a list, which is JSON Logic in a string, from a condition over the list's own fields.
 *
 * @param list - The list's operationId; it says which fields there are.
 * @throws ConfigError for a field that the list does not have, a test that does not exist, and a condition without any.
 *
 * @example
 * const filter = buildFilter("tasks_list", { status: "completed", assignee: { in: ["ada", "bob"] }, id: { from: 100 } });
 * for await (const task of paginate(cvat, tasksList, { params: { query: { filter } } })) console.log(task.name);
 */
export function buildFilter<List extends FilteredList>(list: List, condition: FilterCondition<List>): string {
  if (!Object.hasOwn(filterFields, list)) throw fault("list", `must be one of ${Object.keys(filterFields).join(", ")}`);
  const rules = Object.fromEntries([...filterFields[list], "or", "not"].map((name) => [name, undefined]));
  return JSON.stringify(writeCondition(condition, rules, "condition"));
}

type Logic = Readonly<Record<string, unknown>>;

function writeCondition(condition: unknown, rules: OptionRules, place: string): Logic {
  if (!isPlainObject(condition)) throw fault(place, "must be a plain object");
  checkOptions(condition, rules, `${place}.`);
  const parts = Object.entries(condition).flatMap(([name, member]): readonly Logic[] => {
    const here = `${place}.${name}`;
    if (member === undefined) return [];
    if (name === "not") return [{ "!": writeCondition(member, rules, here) }];
    if (name === "or") return [writeAny(member, rules, here)];
    return writeField(name, member, here);
  });
  return join("and", parts, place);
}

function writeAny(conditions: unknown, rules: OptionRules, place: string): Logic {
  if (!Array.isArray(conditions)) throw fault(place, "must be a list of conditions");
  const parts = conditions.map((condition, index) => writeCondition(condition, rules, `${place}[${index}]`));
  return join("or", parts, place);
}

function writeField(name: string, member: unknown, place: string): readonly Logic[] {
  const field = { var: name };
  if (!isPlainObject(member)) return [{ "==": [field, writeValue(member, place)] }];
  checkOptions(member, tests, `${place}.`);
  const value = (test: keyof FieldTest): unknown => writeValue(member[test], `${place}.${test}`);
  const parts: Logic[] = [];
  const { in: any, contains, from, to, above, below, exists } = member;
  if (Array.isArray(any)) {
    // Not `in` with a list, which only some servers know: equality is certain.
    const each = any.map((one, index) => ({ "==": [field, writeValue(one, `${place}.in[${index}]`)] }));
    parts.push(join("or", each, `${place}.in`));
  }
  if (contains !== undefined) parts.push({ in: [contains, field] });
  if (from !== undefined && to !== undefined) parts.push({ "<=": [value("from"), field, value("to")] });
  else if (from !== undefined) parts.push({ ">=": [field, value("from")] });
  else if (to !== undefined) parts.push({ "<=": [field, value("to")] });
  if (above !== undefined) parts.push({ ">": [field, value("above")] });
  if (below !== undefined) parts.push({ "<": [field, value("below")] });
  if (exists !== undefined) parts.push(exists === true ? { "!!": field } : { "!": { "!!": field } });
  if (parts.length === 0) throw fault(place, "holds no test");
  return parts;
}

const tests: OptionRules = {
  in: [Array.isArray, "a list of values"],
  contains: [(value) => typeof value === "string" && value !== "", "a string that is not empty"],
  from: undefined,
  to: undefined,
  above: undefined,
  below: undefined,
  exists: [(value) => typeof value === "boolean", "true or false"],
};

function writeValue(value: unknown, place: string): string | number | boolean {
  if (value instanceof Date) {
    if (Number.isFinite(value.getTime())) return value.toISOString();
    throw fault(place, "is no valid Date, such as one made of a text that is no date");
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw fault(place, "must be a string, a number, true, false or a Date; `{ exists: false }` asks for no value");
}

/** One condition of several; a single one stands alone. */
function join(operator: "and" | "or", parts: readonly Logic[], place: string): Logic {
  const [first, second] = parts;
  if (first === undefined) throw fault(place, "is empty, and an empty condition would select everything");
  return second === undefined ? first : { [operator]: parts };
}

function fault(option: string, problem: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${problem}.` });
}
