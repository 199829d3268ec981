import { createStardustClient, unwrap, type ApiError } from "@labelwire/stardust";
import { createStardustHelixClient } from "@labelwire/stardust/helix";
import { createStardustHelixMock } from "@labelwire/stardust/helix/msw";
import { createStardustMock } from "@labelwire/stardust/msw";
import { describe, expect, onTestFinished, test } from "vitest";
import { callEveryHelixOperation } from "./operation-calls.ts";
import { startServer } from "./outside/server.ts";
import { callRefused, type Refused } from "./refused-calls.ts";
import { callRefusedByHelix } from "./refused-helix-calls.ts";

type Connect = () => Promise<{
  readonly connection: Parameters<typeof createStardustClient>[0];
}>;

const big = "358183635683250176";
const folder = {
  helixProjectId: "f-1",
  name: "Stardust",
  helixBucketNameList: ["test01"],
  helixStatus: "active",
} as const;

/** The package's mock and the server that was written from the documentation alone: both have to refuse the same. */
const platforms: readonly [name: string, connectGeneric: Connect, connectHelix: Connect][] = [
  [
    "the mock",
    async () => {
      const state = { tasks: [{ id: big, projectId: big }], batches: [], datasets: [] };
      return { connection: { fetch: createStardustMock({ state }).fetch, auth: { accessKey: "k", secretKey: "s" } } };
    },
    async () => {
      const mock = createStardustHelixMock({ state: { folders: [folder] } });
      return { connection: { fetch: mock.fetch, auth: { accessKey: "k", secretKey: "s" } } };
    },
  ],
  ["the outside server", connectOutside, connectOutside],
];

async function connectOutside(): ReturnType<Connect> {
  const server = await startServer();
  onTestFinished(() => server.close());
  const { origins, environment } = server;
  const auth = { accessKey: environment["STARDUST_ACCESS_KEY"], secretKey: environment["STARDUST_SECRET_KEY"] };
  return { connection: { baseUrl: `${origins["https://portal-prod.rosettalab.top"] ?? ""}/rosetta-open`, auth } };
}

async function refusalsOf(calls: readonly Refused<number>[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const [, what, call] of calls) {
    const error: ApiError | undefined = (await call()).error;
    seen.push(`${String(error?.status)} ${String(error?.code)} ${what}`);
  }
  return seen;
}

function expected(calls: readonly Refused<number>[]): readonly string[] {
  return calls.map(([code, what]) => `200 ${code} ${what}`);
}

describe.each(platforms)("%s", (_, connectGeneric, connectHelix) => {
  test("refuses for the reasons that the generic set documents, inside HTTP 200", async () => {
    const calls = callRefused(createStardustClient((await connectGeneric()).connection));
    expect(await refusalsOf(calls)).toEqual(expected(calls));
  });

  test("refuses for the reasons that the Helix set documents, after a story without one", async () => {
    const helix = createStardustHelixClient((await connectHelix()).connection);
    for (const call of Object.values(callEveryHelixOperation(helix))) await unwrap(call());
    const calls = callRefusedByHelix(helix);
    expect(await refusalsOf(calls)).toEqual(expected(calls));
  });
});
