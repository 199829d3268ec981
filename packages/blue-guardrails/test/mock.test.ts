import { collect, paginate, runExperiment, unwrap } from "@labelwire/blue-guardrails";
import { createBlueGuardrailsMock } from "@labelwire/blue-guardrails/msw";
import {
  createApiKey,
  detectIssues,
  getExperiment,
  getExperimentItem,
  listConversations,
  listExperimentItems,
  listMessages,
  sendTraces,
  updateHallucinationConfig,
} from "@labelwire/blue-guardrails/operations";
import { describe, expect, test } from "vitest";
import { connectMock, id, other, workspace } from "./connect-mock.ts";

describe("the mock's lists", () => {
  test("go on by cursor", async () => {
    const conversations = Array.from({ length: 120 }, (_, index) => ({ external_id: `e${String(index)}` }));
    const mock = createBlueGuardrailsMock({ state: { conversations } });
    const all = await collect(paginate(connectMock(mock), listConversations));
    expect(all.map((each) => each.external_id)).toEqual(conversations.map((each) => each.external_id));
    expect(mock.requests("list_conversations")).toHaveLength(3);
  });

  test("are narrowed by filters, which compare instants and numbers", async () => {
    const mock = createBlueGuardrailsMock({
      state: {
        conversations: [
          { external_id: "old", created_at: "2025-12-31T23:59:59Z" },
          { external_id: "new", created_at: "2026-01-01T00:00:00Z" },
        ],
        messages: [{ role: "user" }, { role: "assistant" }],
      },
    });
    const guardrails = connectMock(mock);
    const from = { "filter[created_at][gte]": "2026-01-01T02:00:00+02:00" };
    const { items } = await unwrap(listConversations(guardrails, { params: { query: from } }));
    expect(items.map((each) => each.external_id)).toEqual(["new"]);
    const said = await unwrap(listMessages(guardrails, { params: { query: { role: "user" } } }));
    expect(said.items).toHaveLength(1);
  });
});

describe("the mock's experiments", () => {
  test("progress from look to look, and have an item for each conversation", async () => {
    const mock = createBlueGuardrailsMock();
    const guardrails = connectMock(mock);
    const statuses: string[] = [];
    const done = await runExperiment(
      guardrails,
      { name: "n", model: "m", conversation_ids: [id, other, workspace] },
      { intervalMs: 1, awaitEvaluations: true, onProgress: ({ status }) => statuses.push(status) },
    );
    expect(statuses).toEqual(["pending", "in_progress", "completed"]);
    expect(done).toMatchObject({ name: "n", model: "m", completed_items_count: 3 });
    const params = { path: { experiment_id: done.id }, query: { limit: 2 } };
    expect(await collect(paginate(guardrails, listExperimentItems, { params }))).toHaveLength(3);
    mock.reset();
    const again = await unwrap(getExperiment(guardrails, { params: { path: { experiment_id: done.id } } }));
    expect(again.status_summary).toMatchObject({ pending: 0, in_progress: 0 });
  });
});

test("the mock's experiments have the items that were given", async () => {
  const experimentItems = [{ experiment_id: id }, { experiment_id: other }, { experiment_id: id }];
  const guardrails = connectMock(createBlueGuardrailsMock({ state: { experimentItems } }));
  const params = { path: { experiment_id: id }, query: { limit: 1 } };
  const items = await collect(paginate(guardrails, listExperimentItems, { params }));
  expect(items).toHaveLength(2);
  const [first] = items;
  const strange = { path: params.path, query: { cursor: "-1" } };
  expect((await listExperimentItems(guardrails, { params: strange })).error?.status).toBe(400);
  const path = { experiment_id: id, item_id: first?.id ?? "" };
  expect(await unwrap(getExperimentItem(guardrails, { params: { path } }))).toMatchObject({ experiment_id: id });
});

describe("the mock refuses", () => {
  test("what breaks the specification, with 422 and the way to each fault", async () => {
    const guardrails = connectMock(createBlueGuardrailsMock());
    const { error } = await updateHallucinationConfig(guardrails, {
      // @ts-expect-error a label has a description
      body: { labels: [{ name: "l" }] },
    });
    expect(error).toMatchObject({ status: 422, details: [{ place: "body", path: "labels[0].description" }] });
    expect(error?.message).toContain("body labels[0].description: must be present");
    const tooMany = await listConversations(guardrails, { params: { query: { limit: 101 } } });
    expect(tooMany.error).toMatchObject({ status: 422, details: [{ place: "query", path: "limit" }] });
  });

  test("a call of a user's key without a workspace", async () => {
    const mock = createBlueGuardrailsMock({ keyScope: "user" });
    const { error } = await listConversations(connectMock(mock));
    expect(error?.message).toContain("set the client's `workspace`");
    expect((await listConversations(connectMock(mock, { workspace }))).error).toBeUndefined();
    const body = { name: "ci", expires_in_days: 1, scope: "user" } as const;
    expect((await createApiKey(connectMock(mock), { body })).error).toBeUndefined();
  });

  test("a workspace that is no UUID, which only another client sends", async () => {
    const headers = { authorization: "Bearer any", "x-workspace-id": "acme" };
    const mock = createBlueGuardrailsMock();
    const response = await mock.fetch("https://api.blueguardrails.com/v1/conversations", { headers });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ loc: ["header", "x-workspace-id"] }] });
  });

  test("a key that is not the one", async () => {
    const mock = createBlueGuardrailsMock({ auth: { apiKey: "right" } });
    expect((await listConversations(connectMock(mock))).error?.status).toBe(401);
    expect((await listConversations(connectMock(mock, { auth: { apiKey: "right" } }))).error).toBeUndefined();
  });
});

describe("the mock's other answers", () => {
  test("show a key once, with its beginning", async () => {
    const body = { name: "ci", expires_in_days: 30, scope: "workspace", workspace_id: workspace } as const;
    const made = await unwrap(createApiKey(connectMock(createBlueGuardrailsMock()), { body }));
    expect(made).toMatchObject({ name: "ci", scope: "workspace", workspace_id: workspace });
    expect(Date.parse(made.expires_at ?? "") - Date.parse(made.created_at ?? "")).toBe(30 * 86_400_000);
    expect(made.key.startsWith(made.key_prefix ?? "?")).toBe(true);
  });

  test("keep nothing of a conversation that is not to be stored", async () => {
    const guardrails = connectMock(createBlueGuardrailsMock());
    const messages = [
      { role: "user", content: "How many legs has a cat?" },
      { role: "assistant", content: "Five." },
    ];
    const kept = await unwrap(detectIssues(guardrails, { body: { messages } }));
    expect(kept.conversation_id).not.toBeNull();
    const passing = await unwrap(detectIssues(guardrails, { body: { messages, store_conversation: false } }));
    expect(passing).toMatchObject({ evaluation_id: null, conversation_id: null });
    expect(passing.annotations).toMatchObject([{ text: "Five.", start_offset: 0, end_offset: 5, tool_name: null }]);
    const unanswered = await detectIssues(guardrails, { body: { messages: messages.slice(0, 1) } });
    expect(unanswered.error).toMatchObject({ status: 422, details: [{ place: "body", path: "messages" }] });
  });

  test("name the workspace, and take traces", async () => {
    const guardrails = connectMock(createBlueGuardrailsMock(), { workspace });
    const body = { labels: [{ name: "l", description: "d" }], domain_context: "Cats." };
    expect(await unwrap(updateHallucinationConfig(guardrails, { body }))).toMatchObject({
      ...body,
      workspace_id: workspace,
    });
    expect((await sendTraces(guardrails, { body: new Uint8Array([1]) })).error).toBeUndefined();
  });
});
