import type { Exchange, Item, MockBehaviour, MockTools } from "@labelwire/core/msw";
import { embedRelated, relatedOfConversation, relatedOfMessage, type RelatedMembers } from "./embed-related.ts";
import { readNameTree } from "./name-tree.ts";
import { pickFields, readFields } from "./pick-fields.ts";

const relatedByList: Readonly<Record<string, RelatedMembers>> = {
  list_conversations: relatedOfConversation,
  list_messages: relatedOfMessage,
};

/** Conversations and messages: `embed` adds what is related, and `fields` chooses among what is there then. */
export function createConversations(
  tools: MockTools<never>,
): Required<Pick<MockBehaviour<never>, "operations" | "select">> {
  return {
    operations: {
      get_conversation: (exchange) => {
        const item = tools.item("conversations", exchange.params.path["conversation_id"]);
        return item && Response.json(shape(exchange, item, relatedOfConversation));
      },
    },
    select: (exchange, items) => {
      const related = relatedByList[exchange.operation.id];
      return related && items.map((item) => shape(exchange, item, related));
    },
  };
}

/** `embed` and `fields` are lists in parentheses here: the others were refused before. */
function shape({ params: { query } }: Exchange, item: Item, related: RelatedMembers): Item {
  const { embed, fields } = query;
  const whole = embedRelated(item, related, typeof embed === "string" ? readNameTree(embed) : undefined);
  const selection = typeof fields === "string" ? readFields(fields) : undefined;
  return selection ? pickFields(whole, selection) : whole;
}
