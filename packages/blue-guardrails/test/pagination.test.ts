import { collect, createBlueGuardrailsClient, paginate, type Schema } from "@labelwire/blue-guardrails";
import { listConversations, listExperimentItems } from "@labelwire/blue-guardrails/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { startServer, success, type Answer, type TestServer } from "./start-server.ts";

const id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const params = { path: { experiment_id: id } };

function connect(server: TestServer): ReturnType<typeof createBlueGuardrailsClient> {
  return createBlueGuardrailsClient({ baseUrl: server.origin, auth: { apiKey: "the-key" } });
}

/** Seven items in pages of three; the cursor is opaque, and has what a query must escape. */
function page(cursor: string | null, next: "next_page_cursor" | "next_cursor"): Answer {
  const start = cursor === null ? 0 : Number(cursor.slice("c=&".length));
  const items = [0, 1, 2, 3, 4, 5, 6].slice(start, start + 3).map((number) => ({ id: `${number}` }));
  const hasMore = start + 3 < 7;
  return success({ items, has_more: hasMore, [next]: hasMore ? `c=&${String(start + 3)}` : null });
}

describe("a list", () => {
  test("goes on by next_page_cursor, with the filters of the first page", async () => {
    const server = await startServer(({ url }) => page(url.searchParams.get("cursor"), "next_page_cursor"));
    const query = { limit: 3, "filter[created_at][gte]": "2026-01-01T00:00:00Z" };
    const conversations = await collect(paginate(connect(server), listConversations, { params: { query } }));
    expectTypeOf(conversations).toEqualTypeOf<Schema<"Conversation">[]>();
    expect(conversations.map((each) => each.id)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(server.requests.map(({ url }) => url.searchParams.get("cursor"))).toEqual([null, "c=&3", "c=&6"]);
    expect(server.requests.map(({ url }) => url.searchParams.get("filter[created_at][gte]"))).toEqual(
      Array(3).fill("2026-01-01T00:00:00Z"),
    );
  });

  test("of an experiment's items goes on by next_cursor", async () => {
    const server = await startServer(({ url }) => page(url.searchParams.get("cursor"), "next_cursor"));
    const items = await collect(paginate(connect(server), listExperimentItems, { params }));
    expectTypeOf(items).toEqualTypeOf<Schema<"ExperimentItemSummary">[]>();
    expect(items).toHaveLength(7);
  });

  test("can be gone on with from a page's cursor", async () => {
    const server = await startServer(({ url }) => page(url.searchParams.get("cursor"), "next_page_cursor"));
    const guardrails = connect(server);
    for await (const first of paginate(guardrails, listConversations).pages()) {
      const rest = await collect(paginate(guardrails, listConversations, {}, { from: first.cursor ?? "" }));
      expect(rest.map((each) => each.id)).toEqual(["3", "4", "5", "6"]);
      break;
    }
  });

  test("that says there is more without a cursor is an error, not an end", async () => {
    const server = await startServer(() => success({ items: [{ id }], has_more: true, next_page_cursor: null }));
    await expect(collect(paginate(connect(server), listConversations))).rejects.toThrow(/next_page_cursor/);
  });

  test("whose cursor repeats is an error, not a loop", async () => {
    const server = await startServer(() => success({ items: [{ id }], has_more: true, next_page_cursor: "same" }));
    await expect(collect(paginate(connect(server), listConversations))).rejects.toThrow();
    expect(server.requests.length).toBeLessThan(5);
  });
});
