import { ConfigError, isConfigError } from "../errors.ts";
import { toResponse } from "./answer.ts";
import type { Bodies } from "./bodies.ts";
import { checkCredential } from "./check-credential.ts";
import { createRespond } from "./create-respond.ts";
import type { Exchange } from "./exchange.ts";
import type { MockDefinition } from "./mock-definition.ts";
import type { MockOptions } from "./mock-options.ts";
import { ownMember } from "./own-member.ts";
import type { Refusals } from "./refusals.ts";
import type { EngineResolver, World } from "./world.ts";

type Stage = (exchange: Exchange, world: World) => Response | undefined | Promise<Response | undefined>;

interface AnswerSetting {
  readonly definition: Pick<MockDefinition, "data" | "auth">;
  readonly options: Pick<MockOptions, "strict" | "auth">;
  readonly bodies: Bodies;
  readonly refusals: Refusals;
}

/** Makes what answers a request to an operation: the first of a test, the credential, the platform's behaviour and its state that does. */
export function createAnswerer(setting: AnswerSetting): (exchange: Exchange, world: World) => Promise<Response> {
  const { definition, options, bodies, refusals } = setting;
  const { data, auth } = definition;
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
    const message = await checkCredential(request, auth, options.auth && { ...options.auth });
    return message === undefined ? undefined : refusals.refuse({ status: 401, message });
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

/** What a resolver throws is a mistake of the test, not a connection that broke: as a `ConfigError` no client sends the request again. */
async function askResolver(
  resolver: EngineResolver,
  call: Exchange & Parameters<EngineResolver>[0],
): Promise<Response | undefined> {
  try {
    return await resolver(call);
  } catch (thrown) {
    if (isConfigError(thrown)) throw thrown;
    const { id } = call.operation;
    const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    throw new ConfigError({
      option: `on(${id})`,
      operation: id,
      message: `The resolver given to on("${id}") threw ${reason}`,
      cause: thrown,
    });
  }
}
