import { ConfigError } from "../errors.ts";
import { isBytes } from "../is-bytes.ts";
import { toResponse, type Answer } from "./answer.ts";
import type { Bodies } from "./bodies.ts";
import { deepMerge } from "./deep-merge.ts";
import type { Exchange } from "./exchange.ts";
import type { MockData } from "./mock-data.ts";
import type { RespondInit } from "./mock-types.ts";
import { validate } from "./validate.ts";

interface RespondContext {
  readonly data: MockData;
  readonly bodies: Bodies;
  /** What the mock would answer by itself, and what it would if nothing were seeded. */
  readonly defaults: readonly ((exchange: Exchange) => Answer)[];
}

type UntypedRespond = (status: number, body?: unknown, init?: RespondInit & { unchecked?: boolean }) => Response;

/** Makes the `respond` of a resolver, which completes and checks what a test answers. */
export function createRespond({ data, bodies, defaults }: RespondContext, exchange: Exchange): UntypedRespond {
  return (status, body, { unchecked = false, headers = {} } = {}) => {
    if (unchecked) return withHeaders(bare(status, body), headers);
    const { id, responses } = exchange.operation;
    const response = responses.find(([documented]) => documented === status)?.[1];
    if (!response) {
      const known = responses.map(([documented]) => documented).join(", ");
      throw new ConfigError({
        option: "status",
        operation: id,
        message: `The specification documents no status ${String(status)} for ${id}, but ${known}. Pass { unchecked: true } to answer with it all the same.`,
      });
    }
    const base = defaults.map((answer) => bodyOf(answer(exchange), status)).find((found) => found !== undefined);
    const whole = body instanceof Blob ? body : bodies.response(exchange, response, deepMerge(base, body));
    const [issue] = validate(response.schema ?? {}, whole, data.schemas);
    if (issue) {
      throw new ConfigError({
        option: "body",
        operation: id,
        message: `The body given to respond(${String(status)}) for ${id} is not valid: ${issue.pointer || "it"} ${issue.message}. Pass { unchecked: true } to send it all the same.`,
      });
    }
    return withHeaders(toResponse({ status, response, body: whole }), headers);
  };
}

function bodyOf(answer: Answer, status: number): unknown {
  return "status" in answer && answer.status === status ? answer.body : undefined;
}

function bare(status: number, body: unknown): Response {
  if (typeof body === "string" || body instanceof Blob || isBytes(body)) return new Response(body, { status });
  return toResponse({ status, response: { mediaType: "application/json" }, body });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
