import { isPlainObject } from "@labelwire/core";
import { sentBody, type Exchange, type MockTools } from "@labelwire/core/msw";
import { answerInvalid } from "./answer-invalid.ts";

/** The detector: it wants an answer of the assistant at the end, finds fault with all of it, and keeps nothing if told so. */
export function createDetection(tools: MockTools<never>): (exchange: Exchange) => Response {
  return (exchange) => {
    const { messages, store_conversation: isStored } = sentBody(exchange);
    const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
    const { role, content } = isPlainObject(last) ? last : {};
    if (role !== "assistant") {
      const message = "must end with a message of the assistant";
      return answerInvalid([{ place: "body", pointer: "/messages", message }]);
    }
    // Content may also be a list of parts; then the finding is made up whole.
    const finding = typeof content === "string" && content !== "" ? [findingIn(content)] : undefined;
    return tools.succeed(exchange, {
      ...(finding && { annotations: finding }),
      ...(isStored === false && { evaluation_id: null, conversation_id: null }),
    });
  };
}

function findingIn(text: string): object {
  return {
    text,
    start_offset: 0,
    end_offset: text.length,
    message_part_index: 0,
    tool_name: null,
    parameter_name: null,
  };
}
