import type { HttpMethod } from "../http-method.ts";
import type { PageDescription } from "../page-description.ts";

/**
 * A schema as the compiled specification has it (OpenAPI 3.0, after the overlay), with documentation left out. `$ref` names a
 * component as `#/components/schemas/Name`.
 */
export interface MockSchema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  /** True where values may be added to `enum` later: what is listed is made, and any value of the type is accepted. */
  readonly "x-open-enum"?: boolean;
  readonly default?: unknown;
  readonly items?: MockSchema;
  readonly properties?: Readonly<Record<string, MockSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | MockSchema;
  readonly allOf?: readonly MockSchema[];
  readonly oneOf?: readonly MockSchema[];
  readonly anyOf?: readonly MockSchema[];
  readonly not?: MockSchema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
}

/** A parameter of an operation. */
export interface MockParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema: MockSchema;
}

/** The body that an operation takes. */
export interface MockBody {
  readonly required?: boolean;
  readonly mediaType: string;
  readonly schema?: MockSchema;
  /** Where it has 64-bit integers, which `schema` calls strings of digits: JSON pointers with `*` for every item or member. */
  readonly integers?: readonly string[];
  /** What else the body may be sent as. */
  readonly otherMediaTypes?: readonly string[];
}

/** One documented answer. */
export interface MockResponse {
  /** Absent where the answer has no body. */
  readonly mediaType?: string;
  /** Absent where the specification does not say what the body holds. */
  readonly schema?: MockSchema;
  /** Where it has 64-bit integers, which `schema` and `sample` have as strings of digits. */
  readonly integers?: readonly string[];
  /** A body that is valid against `schema`, made when the specification was compiled. */
  readonly sample?: unknown;
}

/** What the mock knows of one operation. */
export interface MockOperation {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly parameters: readonly MockParameter[];
  readonly body?: MockBody;
  /** Answers by status, the default success first. Numeric keys would be reordered, so this is a list. */
  readonly responses: readonly (readonly [status: number, response: MockResponse])[];
  readonly page?: PageDescription;
  /** True where the specification lets anyone call. */
  readonly anonymous?: boolean;
}

/** A collection that a mock can hold: what seeds it and which operations read it. */
export interface MockResource {
  /** The member of `state` that seeds it, such as `tasks`. */
  readonly name: string;
  /** The component schema of one item. */
  readonly schema: string;
  /** The property that identifies an item. */
  readonly key: string;
  /** Operations by what they do to the collection; each names where in the answer the item or the items are. */
  readonly operations: readonly MockResourceOperation[];
}

/** What one operation does to a collection. */
export interface MockResourceOperation {
  readonly id: string;
  readonly does: "list" | "retrieve" | "create" | "update" | "delete";
  /** The path parameter that holds the item's key, for those that name one item. */
  readonly parameter?: string;
  /** Where in the answer the item is, for those that answer with one; empty for the body itself. */
  readonly item?: readonly string[];
  /** Path or query parameters, or members of the body, that select by equality, as parameter → property, such as `owner` or `owner.name`. */
  readonly filters?: Readonly<Record<string, string>>;
  /** The query parameter that selects by a text, and the properties it may be in. */
  readonly search?: { readonly parameter: string; readonly fields: readonly string[] };
  /**
   * The query parameter that orders a list: names of properties with commas between them, descending after a minus sign.
   * `fields` says which property a name stands for, where that is not the property's own.
   */
  readonly sort?: { readonly parameter: string; readonly fields?: Readonly<Record<string, string>> };
}

/** What the generator writes into `mock.ts`: data only. */
export interface MockData {
  /** Most specific path first, so that the first match is the right one. */
  readonly operations: readonly MockOperation[];
  readonly schemas: Readonly<Record<string, MockSchema>>;
  /** A valid sample of every component schema. */
  readonly samples: Readonly<Record<string, unknown>>;
  readonly resources: readonly MockResource[];
}

/** What the generated mock types say of one operation; `on` and `requests` are typed by it. */
export interface MockOperationTypes {
  readonly params: unknown;
  readonly body: unknown;
  /** Body type by status. */
  readonly responses: Readonly<Record<number, unknown>>;
}
