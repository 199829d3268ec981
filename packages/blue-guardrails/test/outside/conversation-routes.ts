import { chooseMembers, readNames } from "./choose-members.ts";
import { filterItems } from "./filter-items.ts";
import { readPage } from "./read-page.ts";
import { isObject, readOneOf, readUuid, type JsonObject } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const roles = ["system", "user", "assistant", "tool"];

/** Conversations, messages, and the traces that they come from. */
export const conversationRoutes: Routes = {
  "GET /v1/conversations": (call) => {
    const { query, records } = call;
    const found = filterItems(query, records.conversations).map(({ type: _, ...conversation }) => conversation);
    return readPage(
      query,
      found.map((conversation) => chooseMembers(query, embedMessages(call, conversation))),
    );
  },
  "GET /v1/conversations/{conversation_id}": showConversation,
  "GET /v1/messages": ({ query, records }) => {
    const role = query.get("role");
    if (role !== null) readOneOf(role, ["query", "role"], roles);
    const embed = readNames(query, "embed");
    const spoken = records.messages.filter((message) => role === null || message["role"] === role);
    return readPage(
      query,
      filterItems(query, spoken).map(({ hallucination_count: _, evaluation, ...message }) => {
        if (!embed?.["evaluations"]) return message;
        const isWhole = !isObject(evaluation) || embed["evaluations"]["annotations"] !== undefined;
        return { ...message, evaluation: isWhole ? evaluation : {} };
      }),
    );
  },
  "POST /v1/traces": ({ bytes, records }) => {
    records.traces.push(bytes);
    return {};
  },
};

/** Any UUID is a conversation here, but the one of zeros. */
function showConversation(call: Call): JsonObject {
  const { path, records } = call;
  const id = readUuid(path["conversation_id"], "conversation_id");
  if (/^[0-]+$/.test(id)) throw new Refusal(404, "Conversation not found");
  const [first] = records.conversations;
  const { type: _, ...conversation } = records.conversations.find((one) => one["id"] === id) ?? { ...first, id };
  return embedMessages(call, conversation);
}

/** What conversations have, without the findings that a list is narrowed by. */
function embedMessages({ query, records }: Call, conversation: JsonObject): JsonObject {
  if (!readNames(query, "embed")?.["messages"]) return conversation;
  const own = records.messages.filter((message) => message["conversation_id"] === conversation["id"]);
  const messages = own.length > 0 ? own : records.messages.slice(0, 2);
  return {
    ...conversation,
    messages: messages.map(({ hallucination_count: _, evaluation: _all, conversation_id: _of, ...message }) => message),
  };
}
