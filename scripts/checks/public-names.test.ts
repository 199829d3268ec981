import { expect, test } from "vitest";
import { checkPublicNames } from "./public-names.ts";
import { repositoryOf } from "./testing.ts";

const index = `export { createAcmeClient } from "./client.ts";
export type { AcmeCredentials } from "./platform.ts";
export type { AcmeAuth, AcmeClient, AcmeClientOptions } from "./types.ts";
export { feedPets, type FeedPetsOptions } from "./workflows/feed-pets.ts";
export { countPets } from "./workflows/count-pets.ts";
export { ApiError, unwrap, type Result } from "@labelwire/core";
`;
const mock = `export { createAcmeMock, type AcmeMock, type AcmeMockOptions } from "./create-acme-mock.ts";
export type { MockFetch } from "@labelwire/core/msw";
`;
const files = {
  "packages/codegen/src/new-platform/sources.ts":
    'return `// Names.\nexport {\n  ApiError,\n  unwrap,\n  type Result,\n} from "@labelwire/core";\n`;\nexport type { MockFetch } from "@labelwire/core/msw";',
  "specs/acme/openapi.yaml": "",
  "packages/acme/src/index.ts": index,
  "packages/acme/src/msw/index.ts": mock,
  "packages/acme/src/workflows/feed-pets.ts": `/** Feeds. */
export function feedPets(client: Client, pet: number, options: FeedPetsOptions & { twice: true }): Promise<void>;
export async function feedPets(client: Client, pet: number, options: FeedPetsOptions = {}): Promise<void> {}`,
  "packages/acme/src/workflows/count-pets.ts": "export function countPets(client: Client): number {}",
};

function problemsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  return checkPublicNames(repositoryOf({ ...files, ...changes })).map(({ file, problem }) => `${file} ${problem}`);
}

test("clients with the same names pass", () => {
  expect(problemsOf({})).toEqual([]);
});

test("a name of the core that one client lacks, or alone has, is found", () => {
  expect(problemsOf({ "packages/acme/src/index.ts": index.replace("unwrap", "poll") })).toEqual([
    "packages/acme/src/index.ts does not export unwrap of @labelwire/core",
    "packages/acme/src/index.ts alone exports poll of @labelwire/core",
  ]);
  expect(problemsOf({ "packages/acme/src/msw/index.ts": mock.replace("MockFetch", "Mock") })).toEqual([
    "packages/acme/src/msw/index.ts does not export MockFetch of @labelwire/core/msw",
    "packages/acme/src/msw/index.ts alone exports Mock of @labelwire/core/msw",
  ]);
});

test("a client without the type of its credentials, and a mock without that of its options, are found", () => {
  expect(problemsOf({ "packages/acme/src/index.ts": index.replace("AcmeAuth, ", "") })).toEqual([
    "packages/acme/src/index.ts does not export the type AcmeAuth",
  ]);
  expect(problemsOf({ "packages/acme/src/msw/index.ts": mock.replace(", type AcmeMockOptions", "") })).toEqual([
    "packages/acme/src/msw/index.ts does not export the type AcmeMockOptions",
  ]);
});

test("a part of a package has names of its own, and may share the credentials of the whole", () => {
  const part = index
    .replaceAll("Acme", "AcmeFarm")
    .replace("AcmeFarmAuth", "AcmeAuth")
    .replace("AcmeFarmCred", "AcmeCred");
  const farm = "packages/acme/src/farm/index.ts";
  expect(problemsOf({ "specs/acme/farm/openapi.yaml": "", [farm]: part })).toEqual([]);
  expect(problemsOf({ "specs/acme/farm/openapi.yaml": "", [farm]: part.replace("AcmeAuth, ", "") })).toEqual([
    `${farm} does not export the type AcmeFarmAuth`,
  ]);
});

test("options of a workflow under another name, or kept back, are found", () => {
  const workflow = "packages/acme/src/workflows/feed-pets.ts";
  expect(problemsOf({ [workflow]: files[workflow].replaceAll("FeedPetsOptions", "FeedOptions") })).toEqual([
    `${workflow} feedPets takes FeedOptions`,
  ]);
  expect(problemsOf({ "packages/acme/src/index.ts": index.replace(", type FeedPetsOptions", "") })).toEqual([
    "packages/acme/src/index.ts does not export FeedPetsOptions, which feedPets takes",
  ]);
});
