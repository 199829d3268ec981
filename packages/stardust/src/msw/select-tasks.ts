import { sentBody, type Exchange, type Item } from "@labelwire/core/msw";
import { textOf } from "./read-sent.ts";

/** The time of what was given none. */
export const unsaidTime = "2026-01-15 09:30:00";

/**
 * Narrows a list of tasks to a period: those that were made in it, both ends included. The documentation does not say which of a
 * task's times counts, nor its time zone; here it is `createdTime`, in UTC. A task without a time of its own is in every period.
 */
export function selectTasks(exchange: Exchange, items: readonly Item[]): readonly Item[] | undefined {
  if (exchange.operation.id !== "list_task") return undefined;
  const sent = sentBody(exchange);
  const [start, end] = [Number(textOf(sent["startTime"])), Number(textOf(sent["endTime"]))];
  return items.filter(({ createdTime }) => {
    if (createdTime === unsaidTime) return true;
    const time = Date.parse(`${String(createdTime).replace(" ", "T")}Z`);
    return Number.isNaN(time) || (time >= start && time <= end);
  });
}

/** The days that an export asks for. */
export interface Days {
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/**
 * Whether a task was completed in some days: the first counts, the last does not. A task is taken to have been completed when it was
 * last changed; one without a time of its own is in all days.
 */
export function isInDays({ updatedTime }: Item, { after, before }: Days): boolean {
  const day = String(updatedTime).slice(0, 10);
  if (updatedTime === unsaidTime) return true;
  return (after === undefined || day >= after) && (before === undefined || day < before);
}
