import {
  createCvatClient,
  isApiError,
  readErrorDetails,
  unwrap,
  type ApiError,
  type CvatErrorDetails,
  type CvatClient,
} from "@labelwire/cvat";
import { tasksCreate, tasksRetrieve } from "@labelwire/cvat/operations";
import { describe, expect, test } from "vitest";
import { plainText, refusal, startServer, type Answer, type TestServer } from "./servers/start-server.ts";

const params = { path: { id: 7 } };
const page = { "content-type": "text/html" };

function connect(server: TestServer): CvatClient {
  return createCvatClient({ baseUrl: server.origin, auth: { accessToken: "the-token" }, retry: false });
}

async function errorOf(answer: Answer): Promise<ApiError> {
  const server = await startServer(() => answer);
  const { data, error, response } = await tasksRetrieve(connect(server), { params });
  expect(data).toBeUndefined();
  expect(response.status).toBe(answer.status);
  if (!isApiError(error)) throw new Error("There is no error.");
  expect(error).toMatchObject({ status: answer.status, operation: "tasks_retrieve" });
  return error;
}

describe("what the server says went wrong is the error's message", () => {
  test.each<[string, Answer, string, CvatErrorDetails | undefined]>([
    ["a detail", refusal(404, "Not found."), "404 Not Found to tasks_retrieve: Not found.", undefined],
    [
      "messages by field",
      { status: 400, body: { labels: [{ name: ["This field may not be blank."] }] } },
      "400 Bad Request to tasks_retrieve: labels[0].name: This field may not be blank.",
      { fields: { "labels[0].name": ["This field may not be blank."] } },
    ],
    [
      "a bare list",
      { status: 400, body: ["filter: unknown field"] },
      "400 Bad Request to tasks_retrieve: filter: unknown field",
      { messages: ["filter: unknown field"] },
    ],
    [
      "a JSON string",
      { status: 503, headers: { "content-type": "application/vnd.cvat+json" }, body: '"Redis is not available"' },
      "503 Service Unavailable to tasks_retrieve: Redis is not available",
      undefined,
    ],
    [
      "plain text that is said to be HTML",
      plainText(410, "This endpoint is gone"),
      "410 Gone to tasks_retrieve: This endpoint is gone",
      undefined,
    ],
    [
      "an HTML page",
      {
        status: 500,
        headers: page,
        body: "<!doctype html>\n<html><head><title>Server Error (500)</title></head></html>",
      },
      "500 Internal Server Error to tasks_retrieve: Server Error (500)",
      undefined,
    ],
    [
      "a page without a title",
      { status: 502, headers: page, body: "<html><hr></html>" },
      "502 Bad Gateway to tasks_retrieve",
      undefined,
    ],
    ["nothing", { status: 500 }, "500 Internal Server Error to tasks_retrieve", undefined],
    [
      "a request that runs already",
      { status: 409, body: { rq_id: "action=create&target=task&target_id=7" } },
      "409 Conflict to tasks_retrieve: the same work is under way already, as request action=create&target=task&target_id=7",
      { rq_id: "action=create&target=task&target_id=7" },
    ],
  ])("from %s", async (_, answer, message, details) => {
    const error = await errorOf(answer);
    expect(error.message).toBe(`CVAT answered ${message}`);
    expect(error.details).toEqual(details);
    expect(readErrorDetails(error)).toEqual(details ?? {});
  });

  test("and what is no such error has no details", () => {
    expect([new Error("no"), null, { details: { fields: {} } }].map(readErrorDetails)).toEqual([{}, {}, {}]);
  });

  test("with the time the server asks to wait", async () => {
    const sentence = "Request was throttled. Expected available in 59 seconds.";
    const error = await errorOf(refusal(429, sentence, { "retry-after": "59" }));
    expect(error.retryAfterMs).toBe(59_000);
    expect(error.message).toBe(
      `CVAT answered 429 Too Many Requests to tasks_retrieve: ${sentence} (\`retry: { maxDelayMs }\` of the client waits it out)`,
    );
  });

  test("with what a refused credential calls for, and without the credential", async () => {
    const error = await errorOf(refusal(401, "Invalid token: the-token", { "www-authenticate": "Token" }));
    expect(error.message).toBe(
      "CVAT answered 401 Unauthorized to tasks_retrieve: Invalid token: [redacted] (check the credential in `auth`)",
    );
    expect(JSON.stringify([error, error.body])).not.toContain("the-token");
  });

  test("with what a write with a read-only token calls for", async () => {
    const server = await startServer(() => refusal(403, "You do not have permission to perform this action."));
    const work = unwrap(tasksCreate(connect(server), { body: { name: "cats" } }));
    await expect(work).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("or the access token is read-only, as it is unless made otherwise)"),
    });
  });

  test("whatever it is: a long one is cut, and control characters are blanked", async () => {
    const error = await errorOf(plainText(400, `\u001b[31m${"x".repeat(100_000)}`));
    expect(error.message.length).toBeLessThan(1_200);
    expect(error.message).not.toContain("\u001b");
  });
});

test("a baseUrl that ends in /api is told, where every path has it twice", async () => {
  const server = await startServer(() => ({ status: 404, headers: page, body: "<h1>Not Found</h1>" }));
  const cvat = createCvatClient({ baseUrl: `${server.origin}/api/`, auth: { accessToken: "the-token" } });
  const { error } = await tasksRetrieve(cvat, { params });
  expect(error?.message).toContain("404 Not Found to tasks_retrieve: `baseUrl` is what stands before /api");
});
