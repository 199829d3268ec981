import type { Exchange, Item, MockTools } from "@labelwire/core/msw";
import { plainText } from "./plain-text.ts";
import type { RequestControl } from "./request-control.ts";

/** Work that the server does after it has answered. */
export interface BackgroundWork {
  /** What the request's id is made of, in this order. */
  readonly id: Readonly<Record<string, string | number | undefined>>;
  /** What the request says it does. */
  readonly operation: Item;
  /** Done when the request is seen finished; what it answers is laid over the request. */
  readonly finish: (id: string) => Item;
}

/** The background requests of a mock. */
export interface Background {
  /** Starts work and answers with its id; with the id of what is running where the same work is under way (status 409). */
  readonly start: (exchange: Exchange, work: BackgroundWork) => Response;
  /** True while work of that id is under way. */
  readonly isRunning: (id: string) => boolean;
  readonly retrieve: (exchange: Exchange) => Response | undefined;
  readonly cancel: (exchange: Exchange) => Response;
}

interface Running {
  readonly work: BackgroundWork | undefined;
  looks: number;
  readonly failure: string | undefined;
}

// By the number of looks and not by the clock: a test sees every state, and always the same ones.
const looksUntil = { started: 2, finished: 3 };
const notFound = "There is no request with specified id";

/** Makes the background requests: each look at one takes it a step further, from queued over started to finished. */
export function createBackground(tools: MockTools<never>, control: RequestControl): Background {
  const running = new Map<string, Running>();

  const advance = (id: string, item: Item): void => {
    const state = running.get(id) ?? {
      work: undefined,
      looks: item["status"] === "started" ? 1 : 0,
      failure: undefined,
    };
    running.set(id, state);
    state.looks += 1;
    if (state.looks < looksUntil.started) return;
    const started = { started_date: item["created_date"] };
    if (state.looks < looksUntil.finished) {
      tools.update("requests", id, { ...started, status: "started", progress: 0.5, message: "Working on it" });
      return;
    }
    running.delete(id);
    const finished = { ...started, finished_date: item["created_date"] };
    if (state.failure !== undefined) {
      tools.update("requests", id, { ...finished, status: "failed", message: state.failure });
      return;
    }
    const result = state.work?.finish(id);
    tools.update("requests", id, { ...finished, status: "finished", progress: 1, message: "", ...result });
  };

  return {
    isRunning: (id) => running.has(id),
    start: (exchange, work) => {
      const id = writeId(work.id);
      if (running.has(id)) return json(exchange, 409, { rq_id: id });
      running.set(id, { work, looks: 0, failure: control.nextFailure() });
      const fresh = {
        status: "queued",
        message: "",
        progress: null,
        operation: work.operation,
        started_date: null,
        finished_date: null,
        expiry_date: null,
        result_url: null,
        result_id: null,
      };
      // Work that was done before is under the same id: it begins anew.
      tools.remove("requests", id);
      tools.create("requests", { id, ...fresh });
      return json(exchange, 202, { rq_id: id });
    },
    retrieve: (exchange) => {
      const id = String(exchange.params.path["id"]);
      const item = tools.item("requests", id);
      if (!item) return plainText(404, notFound);
      if (item["status"] === "queued" || item["status"] === "started") advance(id, item);
      return undefined;
    },
    cancel: (exchange) => {
      const id = String(exchange.params.path["id"]);
      const item = tools.item("requests", id);
      if (!item) return plainText(404, notFound);
      if (tools.isHeld("requests") && (item["status"] === "finished" || item["status"] === "failed")) {
        return plainText(400, "Only requests that have not yet been started can be cancelled");
      }
      running.delete(id);
      tools.remove("requests", id);
      return new Response(null, { status: 200 });
    },
  };
}

/** As the server writes ids (2.73): a query whose values have no dots and spaces. */
function writeId(parts: BackgroundWork["id"]): string {
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value).replaceAll(".", "~").replaceAll(" ", "_")}`)
    .join("&");
}

function json({ operation }: Exchange, status: number, body: unknown): Response {
  const [, documented] = operation.responses.find(([one]) => one === status) ?? [status, {}];
  const mediaType = documented.mediaType ?? "application/vnd.cvat+json";
  return new Response(JSON.stringify(body), { status, headers: { "content-type": mediaType } });
}
