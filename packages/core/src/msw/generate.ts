import { isPlainObject } from "../is-plain-object.ts";
import { makeNumber } from "./make-number.ts";
import { makeText } from "./make-text.ts";
import type { MockSchema } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import type { Random } from "./random.ts";
import { componentNames, flattenSchema, resolveSchema, type MockSchemas } from "./resolve-schema.ts";
import { validate } from "./validate.ts";

/** Where a value is being made. */
export interface ValuePlace {
  /** The component schema that the value belongs to, where it belongs to one. */
  readonly component: string | undefined;
  /** The property's name; empty for the body itself. */
  readonly name: string;
  /** JSON pointer from the root of what is being made. */
  readonly pointer: string;
  readonly random: Random;
}

/** A value for a place that a platform knows better than the schema says; undefined where it does not. */
export type ValueMaker = (place: ValuePlace) => unknown;

/** What generation draws on. */
export interface GenerateContext {
  readonly random: Random;
  readonly schemas: MockSchemas;
  /** Valid samples of the components, for what cannot be made from the schema alone. */
  readonly samples: Readonly<Record<string, unknown>>;
  readonly values?: ValueMaker;
}

interface Node {
  readonly context: GenerateContext;
  readonly component: string | undefined;
  readonly name: string;
  readonly pointer: string;
  /** A valid value of the same place. */
  readonly sample: unknown;
  /** Components that the place is inside of, so that recursion ends. */
  readonly within: readonly string[];
}

/**
 * Makes a value that is valid against a schema, the same for the same random key. What `given` holds is kept: objects are
 * completed member by member, and items one by one. Whether what was given is valid is for {@link validate} to say.
 */
export function generate(
  schema: MockSchema,
  { given, sample, ...context }: GenerateContext & { readonly given?: unknown; readonly sample?: unknown },
): unknown {
  return make(schema, given, { context, component: undefined, name: "", pointer: "", sample, within: [] });
}

function make(reference: MockSchema, given: unknown, outer: Node): unknown {
  const node = enter(reference, outer);
  const schema = flattenSchema(reference, node.context.schemas);
  if (given === undefined && schema.nullable === true && isRecursive(reference, outer)) return null;
  if (given === null || (given !== undefined && !isPlainObject(given) && !Array.isArray(given))) return given;
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return makeAlternative({ schema, alternatives, given, node });
  if (isPlainObject(given) || schema.type === "object" || (schema.type === undefined && schema.properties)) {
    return makeObject(schema, isPlainObject(given) ? given : {}, node);
  }
  if (Array.isArray(given)) return given.map((item, index) => make(schema.items ?? {}, item, itemNode(node, index)));
  return makeValid(schema, node);
}

function enter(reference: MockSchema, node: Node): Node {
  const names = componentNames(reference, node.context.schemas);
  const [component] = names;
  if (component === undefined) return node;
  return {
    ...node,
    component,
    within: [...node.within, ...names],
    sample: node.sample ?? ownMember(node.context.samples, component),
  };
}

/** Whether every way to make the value leads into a component that the place is already inside of. */
function isRecursive(schema: MockSchema, { within, context }: Node): boolean {
  if (componentNames(schema, context.schemas).some((name) => within.includes(name))) return true;
  const { oneOf, anyOf } = flattenSchema(schema, context.schemas);
  const alternatives = oneOf ?? anyOf ?? [];
  return (
    alternatives.length > 0 &&
    alternatives.every((part) => componentNames(part, context.schemas).some((name) => within.includes(name)))
  );
}

/** A value of the platform's or of ours, whichever comes first and is valid; the sample where neither is. */
function makeValid(schema: MockSchema, node: Node): unknown {
  const { context, component, name, pointer } = node;
  const random = context.random.fork(pointer);
  const valid = (value: unknown): boolean =>
    value !== undefined && validate(schema, value, context.schemas).length === 0;
  const known = context.values?.({ component, name, pointer, random: random.fork("known") });
  if (valid(known)) return known;
  const made = makeScalar(schema, node, random);
  return valid(made) || node.sample === undefined ? made : node.sample;
}

function makeScalar(schema: MockSchema, node: Node, random: Random): unknown {
  if (schema.enum) return random.pick(schema.enum);
  switch (schema.type) {
    case "string":
      return makeText(schema, node, random);
    case "integer":
    case "number":
      return makeNumber(schema, random);
    case "boolean":
      return schema.default ?? node.sample ?? true;
    case "array":
      return makeArray(schema, node, random);
    default:
      return node.sample ?? schema.default ?? {};
  }
}

function makeArray(schema: MockSchema, node: Node, random: Random): readonly unknown[] {
  const items = schema.items ?? {};
  const minimum = schema.minItems ?? 0;
  // An item inside itself ends here, or generation would not end.
  const recursive = isRecursive(items, node);
  const wanted = recursive ? minimum : Math.max(minimum, 1);
  const length = Math.min(wanted + (wanted > 0 && !recursive ? random.integer(0, 1) : 0), schema.maxItems ?? Infinity);
  return Array.from({ length }, (_, index) => make(items, undefined, itemNode(node, index)));
}

function itemNode(node: Node, index: number): Node {
  const sample: unknown = Array.isArray(node.sample) ? (node.sample[index] ?? node.sample[0]) : undefined;
  return { ...node, pointer: `${node.pointer}/${String(index)}`, sample };
}

function makeObject(schema: MockSchema, given: Readonly<Record<string, unknown>>, node: Node): unknown {
  const known = Object.keys(given).length === 0 ? knownObject(schema, node) : undefined;
  if (known !== undefined) return known;
  const required = schema.required ?? [];
  const declared = Object.entries(schema.properties ?? {}).filter(
    ([name, property]) => Object.hasOwn(given, name) || wanted(property, required.includes(name), node),
  );
  const made = declared.map(([name, property]): [string, unknown] => [
    name,
    make(property, ownMember(given, name), memberNode(node, name)),
  ]);
  const extra = Object.entries(given).filter(([name]) => !Object.hasOwn(schema.properties ?? {}, name));
  const object: unknown = Object.fromEntries([...made, ...extra]);
  return fallBack(schema, object, node);
}

function knownObject(schema: MockSchema, node: Node): unknown {
  const { component, name, pointer, context } = node;
  const known = context.values?.({ component, name, pointer, random: context.random.fork(pointer).fork("known") });
  return known !== undefined && validate(schema, known, context.schemas).length === 0 ? known : undefined;
}

/** A map with a least number of members has none declared: only the sample can fill it. */
function fallBack(schema: MockSchema, object: unknown, { sample, context }: Node): unknown {
  if (schema.minProperties === undefined || sample === undefined) return object;
  return validate(schema, object, context.schemas).length === 0 ? object : sample;
}

/** Every property is answered, but those that are only ever sent, and those that would nest for ever. */
function wanted(property: MockSchema, required: boolean, node: Node): boolean {
  if (required) return true;
  return resolveSchema(property, node.context.schemas).writeOnly !== true && !isRecursive(property, node);
}

function memberNode(node: Node, name: string): Node {
  const sample = isPlainObject(node.sample) ? ownMember(node.sample, name) : undefined;
  return { ...node, name, pointer: `${node.pointer}/${name}`, sample };
}

interface Alternatives {
  readonly schema: MockSchema;
  readonly alternatives: readonly MockSchema[];
  readonly given: unknown;
  readonly node: Node;
}

/** The first alternative that makes a valid value; in an open enumeration that is a listed value, not just any string. */
function makeAlternative({ schema, alternatives, given, node }: Alternatives): unknown {
  const { oneOf: _oneOf, anyOf: _anyOf, ...shared } = schema;
  const finite = alternatives.filter((alternative) => !isRecursive(alternative, node));
  const candidates = (finite.length > 0 ? finite : alternatives).map((alternative) =>
    make({ allOf: [shared, alternative] }, given, { ...node, sample: undefined }),
  );
  const valid = candidates.find((candidate) => validate(schema, candidate, node.context.schemas).length === 0);
  return valid ?? (given === undefined ? node.sample : undefined) ?? candidates[0];
}
