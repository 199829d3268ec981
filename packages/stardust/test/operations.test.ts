import { createStardustClient, stardustErrorCodes } from "@labelwire/stardust";
import { createStardustHelixClient, stardustHelixErrorCodes } from "@labelwire/stardust/helix";
import { createStardustHelixMock } from "@labelwire/stardust/helix/msw";
import * as helixOperations from "@labelwire/stardust/helix/operations";
import { createStardustMock } from "@labelwire/stardust/msw";
import * as operations from "@labelwire/stardust/operations";
import { describe, expect, test } from "vitest";
import { callEveryHelixOperation, callEveryOperation } from "./operation-calls.ts";
import { failure, startServer } from "./start-server.ts";

const auth = { accessKey: "AKADA", secretKey: "secret-of-ada" };

describe.each([
  {
    name: "generic",
    count: 16,
    exported: operations,
    codes: stardustErrorCodes,
    imitate: () => {
      const mock = createStardustMock();
      return { mock, calls: callEveryOperation(createStardustClient({ auth, fetch: mock.fetch })) };
    },
    connect: (baseUrl: string) => callEveryOperation(createStardustClient({ auth, baseUrl, retry: false })),
  },
  {
    name: "Helix",
    count: 25,
    exported: helixOperations,
    codes: stardustHelixErrorCodes,
    imitate: () => {
      const mock = createStardustHelixMock();
      return { mock, calls: callEveryHelixOperation(createStardustHelixClient({ auth, fetch: mock.fetch })) };
    },
    connect: (baseUrl: string) => callEveryHelixOperation(createStardustHelixClient({ auth, baseUrl, retry: false })),
  },
])("the $name set", ({ count, exported, codes, imitate, connect }) => {
  const names = Object.keys(imitate().calls);

  test("has all its operations as functions", () => {
    expect(Object.keys(exported).sort()).toEqual([...names].sort());
    expect(names).toHaveLength(count);
  });

  test.each(names)("%s sends what the specification takes, and nothing else", async (name) => {
    const { mock, calls } = imitate();
    await calls[name]?.();
    const [sent, ...others] = mock.requests();
    expect(others).toEqual([]);
    expect(sent?.operation).toBeDefined();
    expect(sent?.faults).toEqual([]);
  });

  test("decodes every documented failure, inside HTTP 200 and as an HTTP error", async () => {
    const [call] = names;
    for (const [code, meaning] of Object.entries(codes)) {
      for (const status of [200, 400, 500]) {
        const server = await startServer(() => failure(Number(code), meaning, { status }));
        const { error } = (await connect(server.origin)[call ?? ""]?.()) ?? {};
        expect(error).toMatchObject({ status, code: Number(code), requestId: "77bdf4cd17159399" });
        expect(error?.message).toContain(meaning);
      }
    }
  });
});
