import type { PlatformSourceInput } from "./platform-source-input.ts";

/** The mock of a new package, below `msw/`. */
export function mockSources(input: PlatformSourceInput): ReadonlyMap<string, string> {
  const { folder } = input.words;
  return new Map([
    ["msw/index.ts", mockIndexSource(input)],
    [`msw/${folder}-mock.ts`, mockDefinitionSource(input)],
    [`msw/create-${folder}-mock.ts`, createMockSource(input)],
  ]);
}

function mockIndexSource({ words }: PlatformSourceInput): string {
  const { folder, pascal } = words;
  return `export { create${pascal}Mock, type ${pascal}Mock, type ${pascal}MockOptions } from "./create-${folder}-mock.ts";
export type { MockOperations, MockState } from "../generated/mock.ts";
export { createMockClock, type AnyMockRequest, type DeepPartial, type MockCall, type MockClock, type MockClockOptions, type MockFailure, type MockFetch, type MockHandler, type MockRequest, type MockResolver, type OtherMockRequest, type RequestsOf } from "@labelwire/core/msw";
`;
}

function mockDefinitionSource({ words, auth }: PlatformSourceInput): string {
  const { camel, title } = words;
  return `import { ${auth === undefined ? "" : `${auth.mockImport}, `}type MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { ${camel} } from "../platform.ts";

/** All that sets the mock of ${title} apart from those of the other platforms. */
export const ${camel}Mock: MockDefinition = {
  title: ${camel}.title,
  servers: ${camel}.servers,
  data: mockData,
  auth: [${auth?.mock ?? ""}],
  errorBody: (_status, message) => ({ message }),
};
`;
}

function createMockSource({ words }: PlatformSourceInput): string {
  const { folder, camel, pascal, title } = words;
  return `import { createMock, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { ${pascal}Credentials } from "../platform.ts";
import { ${camel}Mock } from "./${folder}-mock.ts";

/** The options of {@link create${pascal}Mock}. */
export type ${pascal}MockOptions = MockOptions<MockState, ${pascal}Credentials>;

/** The mock of ${title}. */
export type ${pascal}Mock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of ${title} for your own tests: it answers like the platform, without a server or an account. Use it through msw
 * (\`mock.handlers\`) or as a client's \`fetch\` (\`mock.fetch\`).
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 */
export function create${pascal}Mock(options: ${pascal}MockOptions = {}): ${pascal}Mock {
  return createMock<MockOperations, components["schemas"], MockState, ${pascal}Credentials>(${camel}Mock, options);
}
`;
}
