import { ConfigError, isConfigError } from "../errors.ts";
import type { MockOperation } from "./mock-data.ts";
import type { EngineResolver } from "./world.ts";

type Call = Parameters<EngineResolver>[0] & { readonly operation: MockOperation };

/**
 * Asks a resolver of a test for its answer; undefined where it leaves the request to another.
 *
 * @throws ConfigError for what it throws, and for an answer that cannot be given: a mistake of the test, and not a connection that
 * broke, so that no client sends the request again.
 */
export async function askResolver(resolver: EngineResolver, call: Call): Promise<Response | undefined> {
  const made: Response[] = [];
  const respond: Call["respond"] = (...answer) => {
    const response = call.respond(...answer);
    made.push(response);
    return response;
  };
  const answer = await run(resolver, { ...call, respond });
  if (answer === undefined || answer === null) {
    if (made.length > 0) throw mistake(call, "made an answer with respond(…), and did not return it.");
    return undefined;
  }
  if (!isResponse(answer)) {
    throw mistake(call, "answered with no Response: use respond(…), or undefined to leave the request to the mock.");
  }
  if (answer.bodyUsed) throw mistake(call, "answered with a Response that was read before: make one for each request.");
  return answer;
}

/** Its answer is unknown, because a test in JavaScript has no types. */
async function run(resolver: EngineResolver, call: Call): Promise<unknown> {
  try {
    return await resolver(call);
  } catch (thrown) {
    if (isConfigError(thrown)) throw thrown;
    throw mistake(
      call,
      `threw ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)}`,
      thrown,
    );
  }
}

/** Not by its class: the environment of a test may have a `Response` of its own beside that of its runtime. */
function isResponse(value: unknown): value is Response {
  return typeof value === "object" && value !== null && "status" in value && "headers" in value && "bodyUsed" in value;
}

function mistake({ operation: { id } }: Call, what: string, cause?: unknown): ConfigError {
  const message = `The resolver given to on("${id}") ${what}`;
  return new ConfigError({ option: `on(${id})`, operation: id, message, cause });
}
