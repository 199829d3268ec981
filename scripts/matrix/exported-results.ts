/** A client of a package, as a consumer's module meets it. */
export interface ClientToExport {
  /** The specifier of its entry. */
  readonly specifier: string;
  /** What makes the client, and what makes the mock. */
  readonly factory: string;
  readonly mockFactory: string;
  /** The names of the functions that its entry exports, and of its operation functions. */
  readonly functions: readonly string[];
  readonly operations: readonly string[];
  /** Those of the operation functions that list. */
  readonly lists: readonly string[];
  /** Paths of some that are a `GET`. */
  readonly paths: readonly string[];
}

/**
 * A module that exports what its author got from a client, without writing a type: the client and the mock, what every function returns,
 * data and pages. A compiler that writes declarations has to name all of these types.
 */
export function exportedResults({ specifier, factory, mockFactory, ...names }: ClientToExport): string {
  const { functions, operations, lists, paths } = names;
  const given = (from: string, name: string): string => `...given: Parameters<typeof ${from}.${name}>`;
  return [
    `import * as client from ${JSON.stringify(specifier)};`,
    `import * as operations from ${JSON.stringify(`${specifier}/operations`)};`,
    `import * as msw from ${JSON.stringify(`${specifier}/msw`)};`,
    `export const made = client.${factory}({});`,
    "export const child = made.with({});",
    `export const mock = msw.${mockFactory}();`,
    "export const members = { ...made };",
    "export const mocked = { ...mock };",
    ...functions.flatMap((name) => [
      `export const same_${name} = client.${name};`,
      `export const of_${name} = (${given("client", name)}) => client.${name}(...given);`,
    ]),
    ...operations.flatMap((name) => [
      `export const operation_${name} = operations.${name};`,
      `export const result_${name} = (${given("operations", name)}) => operations.${name}(...given);`,
      `export const data_${name} = (${given("operations", name)}) => client.unwrap(operations.${name}(...given));`,
    ]),
    ...paths.map((path, index) => `export const got_${index} = () => made.GET(${JSON.stringify(path)}, {} as never);`),
    ...lists.flatMap((name) => [
      `export const list_${name} = client.paginate(made, operations.${name}, {} as never);`,
      `export const all_${name} = () => client.collect(list_${name});`,
      `export const page_${name} = async () => { for await (const page of list_${name}.pages()) return page; };`,
    ]),
    "",
  ].join("\n");
}
