import type { MemberPath } from "../page-description.ts";
import type { AnswerContext } from "./answer-context.ts";
import { defaultResponse, type Answer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import { withMember } from "./with-member.ts";

/** The operation's default success, with the given members in it. */
export function succeed(
  { bodies }: Pick<AnswerContext, "bodies">,
  exchange: Exchange,
  members: readonly (readonly [path: MemberPath, value: unknown])[],
): Answer {
  const [status, response] = defaultResponse(exchange.operation);
  const whole = members.find(([path]) => path.length === 0);
  const others = members.filter(([path]) => path.length > 0);
  // Items are in place already: an empty list keeps others from being made up, only to be replaced.
  const given = others.reduce<unknown>(
    (result, [path, value]) => withMember(result, path, Array.isArray(value) ? [] : value),
    undefined,
  );
  const body = whole ? whole[1] : bodies.response(exchange, response, given);
  return {
    status,
    response,
    body: others.reduce((result, [path, value]) => withMember(result, path, value), body),
  };
}
