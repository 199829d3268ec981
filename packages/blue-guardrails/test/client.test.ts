import {
  createBlueGuardrailsClient,
  isApiError,
  isConfigError,
  readErrorDetails,
  unwrap,
  type BlueGuardrailsClient,
  type BlueGuardrailsErrorDetails,
  type Schema,
} from "@labelwire/blue-guardrails";
import {
  createLabelingAnnotation,
  getConversation,
  listConversations,
  listExperiments,
  sendTraces,
} from "@labelwire/blue-guardrails/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const workspace = "6a1f0e0c-52a4-4a0b-9d0f-3f1a5f0f7c11";
const params = { path: { conversation_id: id } };
const empty = { items: [], next_page_cursor: null, has_more: false, query: {} };

function connect(
  server: TestServer,
  options: Parameters<typeof createBlueGuardrailsClient>[0] = {},
): BlueGuardrailsClient {
  return createBlueGuardrailsClient({ baseUrl: server.origin, auth: { apiKey: "the-key" }, ...options });
}

describe("a call", () => {
  test("by typed path and by operation function gives the same, typed by the specification", async () => {
    const server = await startServer(() => success({ id, external_id: "e" }));
    const guardrails = connect(server);
    const { data, error } = await guardrails.GET("/v1/conversations/{conversation_id}", { params });
    expect(error).toBeUndefined();
    expectTypeOf(data).toEqualTypeOf<Schema<"Conversation"> | undefined>();
    expect(await unwrap(getConversation(guardrails, { params }))).toEqual(data);
    expect(server.requests[0]?.target).toBe(`/v1/conversations/${id}`);
    expect(server.requests[0]?.headers.authorization).toBe("Bearer the-key");
  });

  test("takes any success: the status of a creation is not documented", async () => {
    const server = await startServer(() => success({ id, label: "l" }, 201));
    const body = { evaluation_id: id, start_offset: 0, end_offset: 1, label: "l", text: "t" };
    expect((await unwrap(createLabelingAnnotation(connect(server), { body }))).id).toBe(id);
  });

  test("writes bracketed names so that the server reads them as they are", async () => {
    const server = await startServer(() => success(empty));
    const query = { "filter[created_at][gte]": "2026-01-01T00:00:00+02:00", fields: "(id,messages(role))" };
    await unwrap(listConversations(connect(server), { params: { query } }));
    expect(server.requests[0]?.target).toBe(
      "/v1/conversations?filter%5Bcreated_at%5D%5Bgte%5D=2026-01-01T00%3A00%3A00%2B02%3A00&fields=(id%2Cmessages(role))",
    );
    expect([...(server.requests[0]?.url.searchParams ?? [])]).toEqual(Object.entries(query));
  });

  test("that is wrong does not compile", () => {
    const guardrails = createBlueGuardrailsClient();
    // Never run: the types alone are under test.
    const wrong = [
      // @ts-expect-error there is no such filter
      () => listConversations(guardrails, { params: { query: { "filter[created_at][ne]": "2026" } } }),
      // @ts-expect-error the workspace is the client's
      () => listExperiments(guardrails, { params: { header: { "x-workspace-id": workspace } } }),
      // @ts-expect-error an annotation has offsets
      () => createLabelingAnnotation(guardrails, { body: { evaluation_id: id, label: "l", text: "t" } }),
    ];
    expect(wrong).toHaveLength(3);
  });
});

describe("traces", () => {
  test.each([
    ["bytes", new Uint8Array([10, 0, 255]), "application/x-protobuf"],
    ["a Blob of JSON", new Blob(["{}"], { type: "application/json" }), "application/json"],
    ["a Blob without a type", new Blob(["{}"]), "application/x-protobuf"],
  ])("are sent as %s", async (_, body, mediaType) => {
    const server = await startServer(() => success({}));
    await unwrap(sendTraces(connect(server), { body }));
    expect(server.requests[0]?.headers["content-type"]).toBe(mediaType);
    const sent = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : body;
    expect([...(server.requests[0]?.body ?? [])]).toEqual([...sent]);
  });

  test("by typed path have their media type too", async () => {
    const server = await startServer(() => success({}));
    await connect(server).POST("/v1/traces", { body: new Blob([new Uint8Array([1])]) });
    expect(server.requests[0]?.headers["content-type"]).toBe("application/x-protobuf");
  });
});

describe("the workspace", () => {
  test("is the client's, or a child's, at the same time", async () => {
    const server = await startServer(() => success(empty));
    const guardrails = connect(server, { workspace });
    const other = guardrails.with({ workspace: id });
    const none = guardrails.with({ workspace: undefined });
    await Promise.all([guardrails, other, none].map((client) => unwrap(listExperiments(client))));
    const sent = server.requests.map(({ headers }) => headers["x-workspace-id"]);
    expect(sent.sort()).toEqual([id, workspace, undefined].sort());
  });

  test.each(["", "acme", `${workspace}0`])("that is %j is refused before anything is sent", (wrong) => {
    expect(() => createBlueGuardrailsClient({ workspace: wrong })).toThrow(/^workspace /);
  });

  test.each([
    [400, "x-workspace-id header is required"],
    [403, "Missing workspace"],
    [422, [{ loc: ["header", "x-workspace-id"], msg: "Field required", type: "missing" }]],
  ])("that is missing is said to be (%i)", async (status, detail) => {
    const server = await startServer(() => ({ status, body: { detail } }));
    const { error } = await listExperiments(connect(server));
    expect(error).toMatchObject({ status });
    expect(error?.message).toContain("set the client's `workspace`");
  });

  test.each([
    [404, "Workspace not found"],
    [403, "You are no member of this workspace"],
  ])("that is another's is not said to be missing (%i)", async (status, detail) => {
    const server = await startServer(() => failure(status, detail));
    const { error } = await listExperiments(connect(server, { workspace }));
    expect(error?.message).toContain(detail);
    expect(error?.message).not.toContain("set the client's");
  });
});

describe("an error", () => {
  test("with status 422 says what is wrong where, in a sentence and in details", async () => {
    const detail = [
      { loc: ["body", "labels", 0, "name"], msg: "Field required", type: "missing" },
      { loc: ["query", "limit"], msg: "Input should be less than or equal to 100", type: "less_than_equal" },
    ];
    const server = await startServer(() => ({ status: 422, body: { detail } }));
    const { error } = await listExperiments(connect(server));
    expect(error).toMatchObject({ status: 422, operation: "list_experiments", body: { detail } });
    expect(error?.message).toContain(
      "body labels[0].name: Field required; query limit: Input should be less than or equal to 100",
    );
    const details: BlueGuardrailsErrorDetails = [
      { place: "body", path: "labels[0].name", message: "Field required", type: "missing" },
      {
        place: "query",
        path: "limit",
        message: "Input should be less than or equal to 100",
        type: "less_than_equal",
      },
    ];
    expect(error?.details).toEqual(details);
    const read = readErrorDetails(error);
    expect(read).toEqual(details);
    expectTypeOf(read).toEqualTypeOf<BlueGuardrailsErrorDetails>();
    expect(readErrorDetails(new Error("another"))).toEqual([]);
  });

  test("with a sentence says it", async () => {
    const server = await startServer(() => failure(404, "Conversation not found"));
    await expect(unwrap(getConversation(connect(server), { params }))).rejects.toSatisfy(
      (error) => isApiError(error) && error.status === 404 && error.message.includes("Conversation not found"),
    );
  });

  test.each<[string, unknown]>([
    ["an empty list", { detail: [] }],
    ["a detail that is none", { detail: 7 }],
    ["another shape", { error: "no" }],
    ["an issue without members", { detail: [{}] }],
    ["null", null],
  ])("of %s is an error all the same", async (_, body) => {
    const server = await startServer(() => ({
      status: 400,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }));
    const { error } = await listExperiments(connect(server));
    expect(error).toMatchObject({ status: 400 });
    expect(error?.message).toContain("Blue Guardrails answered 400");
  });

  test("never holds the key", async () => {
    const server = await startServer(() => failure(401, "Bad key the-key"));
    const { error } = await listExperiments(connect(server));
    expect(error?.message).toContain("Bad key");
    expect(JSON.stringify([error?.message, error?.body, String(error)])).not.toContain("the-key");
  });

  test("for a missing key comes before anything is sent", async () => {
    const server = await startServer(() => success(empty));
    const guardrails = createBlueGuardrailsClient({ baseUrl: server.origin, auth: { apiKey: undefined } });
    await expect(listExperiments(guardrails)).rejects.toSatisfy(isConfigError);
    expect(server.requests).toHaveLength(0);
  });
});
