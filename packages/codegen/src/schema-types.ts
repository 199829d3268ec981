import { identifierName, stringLiteral } from "./emit-text.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { schemaName } from "./resolve-reference.ts";
import { isJsonSchemaEmpty } from "./schema-walk.ts";

/** Writes the types of bodies, as names where a schema has one. */
export interface SchemaTypes {
  /** The type of the component schema `name`. */
  named(name: string): string;
  /** The type of `schema`: its name where it is a component, `unknown` where it says nothing, else `access`. */
  of(schema: JsonValue | undefined, access: string): string;
  /** The declarations of the names that were used, in the order of their names. */
  declarations(): string;
  /** Whether anything refers to `components`. */
  usesComponents(): boolean;
}

/**
 * @param schemas - The component schemas.
 * @param taken - Names that mean something else in the file. A schema of such a name is written out where it is used.
 */
export function createSchemaTypes(schemas: JsonObject, taken: ReadonlySet<string>): SchemaTypes {
  const used = new Set<string>();
  let usesComponents = false;

  function named(name: string): string {
    usesComponents = true;
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || taken.has(name) || !Object.hasOwn(schemas, name))
      return componentType(name);
    used.add(name);
    return identifierName(name);
  }

  return {
    named,
    of(schema, access) {
      const name = schemaName(schema);
      if (name !== undefined) return named(name);
      return isJsonSchemaEmpty(schema) ? "unknown" : access;
    },
    declarations: () =>
      [...used]
        .sort()
        .map((name) => `type ${identifierName(name)} = ${componentType(name)};\n`)
        .join(""),
    usesComponents: () => usesComponents,
  };
}

/** The type of a component schema, written out. */
function componentType(name: string): string {
  return `components["schemas"][${stringLiteral(name)}]`;
}
