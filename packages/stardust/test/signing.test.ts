import { createHash } from "node:crypto";
import { createStardustClient, isConfigError, unwrap, type Clock, type StardustClient } from "@labelwire/stardust";
import { getProjectInfo, sendTask } from "@labelwire/stardust/operations";
import { systemClock } from "@labelwire/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signTimestamp } from "../src/sign-request.ts";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const auth = { accessKey: "AKADA", secretKey: "secret-of-ada" };
const init = { params: { query: { projectId: 12 } } };

/** A clock that moves on by a second each time it is read. */
function tickingClock(start: number): Clock {
  let now = start - 1000;
  return { ...systemClock, now: () => (now += 1000) };
}

function connect(server: TestServer, options: Parameters<typeof createStardustClient>[0] = {}): StardustClient {
  return createStardustClient({ baseUrl: `${server.origin}/rosetta-open`, auth, random: () => 0.001, ...options });
}

describe("the signature", () => {
  // Computed with md5sum and with openssl: printf '1715948940207&secret-of-ada&AKADA' | md5sum
  test.each([
    ["1715948940207", "secret-of-ada", "AKADA", "d0ef4c4a7bf134df0abb1a41f8cdf1c3"],
    ["1715948940207", "s", "a", "398e3de23c662f9e74b3aaaa91e8177a"],
    ["0", "é密", "k", "208e73ee8ddb87b3f24b7405d8c3505b"],
  ])("of %s is known", (timestamp, secretKey, accessKey, signature) => {
    expect(signTimestamp(timestamp, { accessKey, secretKey })).toBe(signature);
  });

  test("is what OpenSSL makes of the same text, whatever the keys", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.string({ unit: "grapheme" }),
        fc.string({ maxLength: 200 }),
        (now, secretKey, accessKey) => {
          const expected = createHash("md5").update(`${now}&${secretKey}&${accessKey}`).digest("hex");
          expect(signTimestamp(String(now), { accessKey, secretKey })).toBe(expected);
        },
      ),
    );
  });

  test("goes with every call, in three headers, and is of the client's clock", async () => {
    const server = await startServer(() => success({ description: "cats" }));
    const clock = { ...systemClock, now: () => 1_715_948_940_207 };
    await unwrap(getProjectInfo(connect(server, { clock }), init));
    expect(server.requests[0]?.headers).toMatchObject({
      "x-stardust-key": "AKADA",
      "x-ts": "1715948940207",
      "x-sign": "d0ef4c4a7bf134df0abb1a41f8cdf1c3",
    });
  });

  test("is made anew for each attempt", async () => {
    const server = await startServer((_, { requests }) =>
      requests.length < 3 ? { status: 503, headers: { "retry-after": "0" } } : success({ batchId: "1" }),
    );
    const body = { projectId: 12, resourceUrl: "https://files.example.com/cats.jsonl" };
    await unwrap(sendTask(connect(server, { clock: tickingClock(1_700_000_000_000) }), { body }));
    const sent = server.requests.map(({ headers }) => [headers["x-ts"], headers["x-sign"]]);
    expect(new Set(sent.map(([timestamp]) => timestamp)).size).toBe(3);
    for (const [timestamp, signature] of sent) expect(signature).toBe(signTimestamp(String(timestamp), auth));
  });

  test("is of the pair that an async function gives, asked once more after a 401", async () => {
    const server = await startServer(({ headers }) =>
      headers["x-stardust-key"] === "fresh" ? success({}) : failure(401, "Bad signature", { status: 401 }),
    );
    const give = async ({ refresh }: { refresh: boolean }): Promise<typeof auth> => ({
      accessKey: refresh ? "fresh" : "stale",
      secretKey: "secret",
    });
    await unwrap(getProjectInfo(connect(server, { auth: give }), init));
    expect(server.requests.map(({ headers }) => headers["x-stardust-key"])).toEqual(["stale", "fresh"]);
  });

  test.each<[option: string, auth: object]>([
    ["auth.accessKey", { secretKey: "s3cr3t" }],
    ["auth.secretKey", { accessKey: "k" }],
    ["auth.secretKey", { accessKey: "k", secretKey: undefined }],
    ["auth.accessKey", { accessKey: "k\ny", secretKey: "s3cr3t" }],
  ])("needs %s, and nothing is sent without", async (option, given) => {
    const server = await startServer(() => success({}));
    // What JavaScript callers can pass.
    const work = async (): Promise<unknown> => getProjectInfo(connect(server, { auth: given as typeof auth }), init);
    const thrown: unknown = await work().catch((reason: unknown) => reason);
    expect(isConfigError(thrown) && thrown.option).toBe(option);
    expect(String(thrown)).not.toContain("s3cr3t");
    expect(server.requests).toEqual([]);
  });

  test("leaves no key in an error, however it is shown", async () => {
    const server = await startServer(({ headers }) =>
      failure(
        401,
        `Bad signature ${String(headers["x-sign"])} of ${String(headers["x-stardust-key"])} with secret-of-ada`,
      ),
    );
    const key = { accessKey: "AKADA-long", secretKey: "secret-of-ada" };
    const { error } = await getProjectInfo(connect(server, { auth: key }), init);
    const shown = `${String(error)} ${JSON.stringify(error)} ${JSON.stringify(error?.body)}`;
    expect(shown).not.toMatch(/AKADA-long|secret-of-ada|[0-9a-f]{32}/);
    expect(error?.message).toContain("[redacted]");
  });
});

describe("a clock that is not right", () => {
  const serverTime = Date.parse("2026-01-15T09:30:00Z");
  const expired = failure(403, "Signature Expired", { headers: { date: new Date(serverTime).toUTCString() } });

  test.each([
    [600_000, "The clock that it was signed by is 10 minutes ahead of the server's"],
    [-90_000, "The clock that it was signed by is 90 seconds behind the server's"],
    [3 * 3_600_000, "The clock that it was signed by is 3 hours ahead of the server's"],
    [-72 * 3_600_000, "The clock that it was signed by is 3 days behind the server's"],
    [0, "The clock that it was signed by agrees with the server's, so the request was under way for too long"],
  ])("by %i ms is told in the error", async (skewMs, sentence) => {
    const server = await startServer(() => expired);
    const clock = { ...systemClock, now: () => serverTime + skewMs };
    const { error, response } = await getProjectInfo(connect(server, { clock }), init);
    expect(response.ok).toBe(true);
    expect(error).toMatchObject({ status: 200, code: 403 });
    expect(error?.message).toContain(`Signature Expired. ${sentence}`);
  });

  test("is suspected where the server does not tell the time", async () => {
    const fetch = async (): Promise<Response> =>
      Response.json(
        { code: 403, message: "Signature Expired", data: null, requestId: "r", success: false },
        { status: 403 },
      );
    const { error } = await getProjectInfo(createStardustClient({ auth, fetch }), init);
    expect(error?.status).toBe(403);
    expect(error?.message).toContain("check that this machine's clock is right");
  });
});
