/** An operation of a compiled specification, as far as its answers. */
export interface DocumentedOperation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: object }>> }>>;
}

/** The operations of a compiled specification, in its order. */
export function documentedOperations(specification: { readonly paths: object }): readonly DocumentedOperation[] {
  return Object.entries(specification.paths).flatMap(([path, item]) =>
    Object.entries(item as object).flatMap(([method, operation]: [string, unknown]) =>
      typeof operation === "object" && operation !== null && "operationId" in operation
        ? // The compiled specification is wider than these shapes, and checked when it is generated.
          [{ method: method.toUpperCase(), path, ...(operation as Omit<DocumentedOperation, "method" | "path">) }]
        : [],
    ),
  );
}
