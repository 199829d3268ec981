import { toResponse } from "./answer.ts";
import type { Bodies } from "./bodies.ts";
import { askResolver } from "./ask-resolver.ts";
import { checkCredential } from "./check-credential.ts";
import { createRespond } from "./create-respond.ts";
import type { Exchange } from "./exchange.ts";
import type { MockDefinition } from "./mock-definition.ts";
import type { MockOptions } from "./mock-options.ts";
import { ownMember } from "./own-member.ts";
import type { Refusals } from "./refusals.ts";
import type { World } from "./world.ts";

type Stage = (exchange: Exchange, world: World) => Response | undefined | Promise<Response | undefined>;

interface AnswerSetting {
  readonly definition: Pick<MockDefinition, "data" | "auth" | "refusedStatus">;
  readonly options: Pick<MockOptions, "strict" | "auth">;
  readonly bodies: Bodies;
  readonly refusals: Refusals;
}

/** Makes what answers a request to an operation: the first of a test, the credential, the platform's behaviour and its state that does. */
export function createAnswerer(setting: AnswerSetting): (exchange: Exchange, world: World) => Promise<Response> {
  const { definition, options, bodies, refusals } = setting;
  const { data } = definition;
  const override: Stage = async (exchange, world) => {
    const respond = createRespond({ data, bodies, defaults: world.defaults }, exchange);
    for (const resolver of world.overrides.get(exchange.operation.id) ?? []) {
      const response = await askResolver(resolver, { ...exchange, respond });
      if (response) return response;
    }
    return undefined;
  };
  const checkAuth: Stage = async ({ operation, request }) => {
    if (operation.anonymous === true) return undefined;
    const refusal = await checkCredential(request, definition, options.auth && { ...options.auth });
    return refusal && refusals.refuse(refusal);
  };
  const guard: Stage = (exchange, world) => world.behaviour.guard?.(exchange);
  const checkFaults: Stage = ({ operation, faults }) => {
    const refused = options.strict === false ? [] : faults.filter(({ reason }) => reason !== "unknown");
    return refused.length === 0 ? undefined : refusals.refuseInvalid(operation.id, refused);
  };
  const behave: Stage = (exchange, world) =>
    ownMember(world.behaviour.operations ?? {}, exchange.operation.id)?.(exchange);
  const answerUsually: Stage = (exchange, world) => {
    const answer = world.usual(exchange);
    return "refusal" in answer ? refusals.refuse(answer.refusal) : toResponse(answer);
  };
  // In this order a test's own word counts most, and a request that is not let in changes nothing.
  const stages = [override, checkAuth, guard, checkFaults, behave, answerUsually];

  return async (exchange, world) => {
    for (const stage of stages) {
      const response = await stage(exchange, world);
      if (response) return response;
    }
    throw new TypeError(`Nothing answers ${exchange.operation.id}.`);
  };
}
