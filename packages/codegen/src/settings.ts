import type { PageDescription } from "./page-description.ts";

/** A way of paging and the operations that page so. */
export interface PaginationSettings {
  readonly operations: readonly string[];
  readonly description: PageDescription;
}

/** What one operation does to a collection. */
export interface ResourceOperationSettings {
  readonly id: string;
  readonly does: "list" | "retrieve" | "create" | "update" | "delete";
  /** The path parameter that holds the item's key. */
  readonly parameter?: string;
  /** Where the item is in the answer. */
  readonly item?: readonly string[];
  /** Parameters, or members of the body, that select by equality, as parameter → property, such as `owner` or `owner.name`. */
  readonly filters?: Readonly<Record<string, string>>;
  /** The parameter that selects by a text, and the properties it may be in. */
  readonly search?: { readonly parameter: string; readonly fields: readonly string[] };
  /** The parameter that orders a list. `fields` says which property a name in it stands for, where that is not the property's own. */
  readonly sort?: { readonly parameter: string; readonly fields?: Readonly<Record<string, string>> };
}

/** A collection that the mock holds. */
export interface ResourceSettings {
  /** The member of the mock's state that seeds it. */
  readonly name: string;
  /** The component schema of one item. */
  readonly schema: string;
  /** The property that identifies an item. */
  readonly key: string;
  readonly operations: readonly ResourceOperationSettings[];
}

/** What a platform says that OpenAPI cannot: how its lists are paged and what its mock holds. */
export interface Settings {
  /** The platform's name in types, such as `"pets"`. */
  readonly platform: string;
  /** True where `format: int64` holds more than a number can: such integers are strings of digits in types, and exact on the wire. */
  readonly exactIntegers: boolean;
  readonly pagination: readonly PaginationSettings[];
  readonly resources: readonly ResourceSettings[];
}
