import { createBlueGuardrailsClient, unwrap, type BlueGuardrailsClient } from "@labelwire/blue-guardrails";
import { createBlueGuardrailsMock, type BlueGuardrailsMockOptions } from "@labelwire/blue-guardrails/msw";
import { getConversation, listConversations, listMessages } from "@labelwire/blue-guardrails/operations";
import { describe, expect, test } from "vitest";

const id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const messages = [
  { id, role: "user", parts: [{ type: "text", content: "How many legs has a cat?" }] },
  { id, role: "assistant", parts: [{ type: "text", content: "Five." }] },
];

function connect(state: BlueGuardrailsMockOptions["state"]): BlueGuardrailsClient {
  return createBlueGuardrailsClient({ auth: { apiKey: "any" }, fetch: createBlueGuardrailsMock({ state }).fetch });
}

describe("embed, in the mock", () => {
  const guardrails = connect({ conversations: [{ id, external_id: "e", messages }] });
  const path = { conversation_id: id };

  test("is what puts the messages into a conversation", async () => {
    expect(await unwrap(getConversation(guardrails, { params: { path } }))).not.toHaveProperty("messages");
    const embedding = { path, query: { embed: "(messages)" } };
    const whole = await unwrap(getConversation(guardrails, { params: embedding }));
    expect(whole).toMatchObject({ external_id: "e", message_count: 2, messages });
    const [bare] = (await unwrap(listConversations(guardrails))).items;
    expect(bare).not.toHaveProperty("messages");
    const [listed] = (await unwrap(listConversations(guardrails, { params: { query: { embed: "(messages)" } } })))
      .items;
    expect(listed).toEqual(whole);
  });

  test("adds to a conversation that was made up, too", async () => {
    const made = connect({});
    const params = { path, query: { embed: "(messages)" } };
    expect((await unwrap(getConversation(made, { params }))).messages).not.toHaveLength(0);
    expect(await unwrap(getConversation(made, { params: { path } }))).not.toHaveProperty("messages");
  });

  test("of a conversation that is not there is a 404 all the same", async () => {
    const params = {
      path: { conversation_id: "00000000-0000-0000-0000-000000000000" },
      query: { embed: "(messages)" },
    };
    expect((await getConversation(guardrails, { params })).error?.status).toBe(404);
  });

  test("puts evaluations into messages, and annotations into those", async () => {
    const evaluation = { score: 1, annotations: [{ label: "fabrication" }] };
    const said = connect({
      messages: [
        { role: "assistant", evaluation },
        { role: "user", evaluation: null },
      ],
    });
    const list = async (embed?: string): Promise<unknown> =>
      (await unwrap(listMessages(said, { params: { query: embed === undefined ? {} : { embed } } }))).items[0];
    expect(await list()).not.toHaveProperty("evaluation");
    expect(await list("(evaluations)")).toMatchObject({ evaluation: { score: 1 } });
    expect(await list("(evaluations)")).not.toHaveProperty("evaluation.annotations");
    expect(await list("(evaluations(annotations))")).toMatchObject({ evaluation });
  });
});

describe("fields, in the mock", () => {
  const guardrails = connect({ conversations: [{ id, external_id: "e", messages }] });
  const list = async (query: { fields?: string; embed?: string }): Promise<object | undefined> =>
    (await unwrap(listConversations(guardrails, { params: { query } }))).items[0];

  test("choose what is there, and nothing else is", async () => {
    expect(await list({ fields: "(id,external_id)" })).toEqual({ id, external_id: "e" });
    expect(await list({ fields: "(external_id,messages(role))", embed: "(messages)" })).toEqual({
      external_id: "e",
      messages: [{ role: "user" }, { role: "assistant" }],
    });
    expect(await list({ fields: "(id,messages)" })).toEqual({ id });
  });

  test("leave out what follows an exclamation mark", async () => {
    const whole = await list({ embed: "(messages)" });
    const { external_id: _, ...rest } = { external_id: undefined, ...whole };
    const bare = messages.map(({ parts: _parts, ...message }): unknown => expect.objectContaining(message));
    const left = await list({ fields: "!(external_id,messages(parts))", embed: "(messages)" });
    expect(left).toEqual({ ...rest, messages: bare });
    expect(left).not.toHaveProperty("messages.0.parts");
  });

  test.each([
    [{ embed: "messages" }, "embed"],
    [{ fields: "id,external_id" }, "fields"],
    [{ fields: "(id" }, "fields"],
    [{ fields: "!" }, "fields"],
  ])("and %j are refused, which are no lists", async (query, path) => {
    const { error } = await listConversations(guardrails, { params: { query } });
    expect(error).toMatchObject({ status: 422, details: [{ place: "query", path }] });
  });
});

describe("filters, in the mock", () => {
  test("count the findings of messages", async () => {
    const found = [{ label: "a" }, { label: "b" }];
    const guardrails = connect({
      messages: [
        { role: "user", evaluation: null },
        { role: "assistant", evaluation: { annotations: found } },
        { role: "assistant", evaluation: { annotations: [] } },
      ],
    });
    const count = async (query: Parameters<typeof listMessages>[1]): Promise<number> =>
      (await unwrap(listMessages(guardrails, query))).items.length;
    expect(await count({ params: { query: { "filter[hallucination_count][gt]": 0 } } })).toBe(1);
    expect(await count({ params: { query: { "filter[hallucination_count][eq]": 0 } } })).toBe(2);
    expect(await count({ params: { query: { "filter[hallucination_count][lte]": 1, role: "assistant" } } })).toBe(1);
  });
});
