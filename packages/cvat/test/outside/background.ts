import type { JsonObject } from "./json-value.ts";
import { refusePlain, Refusal } from "./refusal.ts";

/** What a request in the background is to do. */
export interface Work {
  readonly id: string;
  /** Such as `export:dataset`. */
  readonly type: string;
  readonly target: string;
  readonly operation?: JsonObject;
  readonly owner: JsonObject;
  /** Done at the end; what it returns joins the finished request. Throws what the request fails with. */
  readonly finish: () => JsonObject;
}

interface Running extends Work {
  readonly beganAt: number;
  status: "queued" | "started" | "finished" | "failed";
  message: string;
  result: JsonObject;
  isSeen: boolean;
}

/**
 * Runs work behind the requests: queued for a tenth of a second, then started until it has been seen so once, or nobody looks for
 * two seconds.
 */
export class Background {
  readonly #work = new Map<string, Running>();

  /** Begins some work, unless the same is under way. */
  begin(work: Work): { readonly isNew: boolean } {
    const running = this.#find(work.id);
    if (running?.status === "queued" || running?.status === "started") return { isNew: false };
    const begun = { ...work, beganAt: Date.now(), status: "queued", message: "", result: {}, isSeen: false } as const;
    this.#work.set(work.id, { ...begun });
    return { isNew: true };
  }

  /** Lets time pass for everything that runs. */
  settle(): void {
    for (const running of this.#work.values()) advance(running);
  }

  look(id: string): JsonObject {
    const running = this.#find(id);
    if (running === undefined) throw refusePlain(404, "There is no request with specified id");
    const shown = show(running);
    if (running.status === "started") running.isSeen = true;
    return shown;
  }

  list(): JsonObject[] {
    this.settle();
    return [...this.#work.values()].map(show);
  }

  /** After it, nobody knows the request any more. */
  cancel(id: string): void {
    const running = this.#find(id);
    if (running === undefined) throw refusePlain(404, "There is no request with specified id");
    if (running.status === "finished" || running.status === "failed") {
      throw refusePlain(400, "Only requests that have not been finished can be cancelled");
    }
    this.#work.delete(id);
  }

  /** The work of a request; undefined where nobody knows it. */
  find(id: string): { readonly status: string } | undefined {
    return this.#find(id);
  }

  #find(id: string): Running | undefined {
    const running = this.#work.get(id);
    if (running !== undefined) advance(running);
    return running;
  }
}

function advance(running: Running): void {
  const age = Date.now() - running.beganAt;
  if (running.status === "queued" && age > 100) running.status = "started";
  if (running.status !== "started" || !(running.isSeen || age > 2_000)) return;
  try {
    running.result = running.finish();
    running.status = "finished";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    running.status = "failed";
    running.message = `rest_framework.exceptions.ValidationError: ${JSON.stringify(error.answer.json ?? error.answer.text)}`;
  }
}

function show({ id, type, target, operation, owner, status, message, beganAt, result }: Running): JsonObject {
  const time = (isKnown: boolean): string | null => (isKnown ? new Date(beganAt).toISOString() : null);
  const isDone = status === "finished" || status === "failed";
  const ids = { project_id: null, task_id: null, job_id: null, org_id: null };
  return {
    id,
    status,
    message: status === "started" ? "Working" : message,
    progress: status === "queued" ? 0 : isDone ? 1 : 0.5,
    operation: { type, target, ...ids, function_id: null, ...operation },
    owner: { id: owner["id"], username: owner["username"] },
    created_date: time(true),
    started_date: time(status !== "queued"),
    finished_date: time(isDone),
    expiry_date: isDone ? new Date(beganAt + 86_400_000).toISOString() : null,
    ...result,
  };
}
