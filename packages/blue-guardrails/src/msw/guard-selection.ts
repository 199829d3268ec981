import type { Exchange, RequestFault } from "@labelwire/core/msw";
import { readNameTree } from "./name-tree.ts";
import { readFields } from "./pick-fields.ts";
import { refuseInvalid } from "./refuse-invalid.ts";

const readers: Readonly<Record<string, (text: string) => unknown>> = { embed: readNameTree, fields: readFields };

/** Refuses an `embed` or `fields` that is no list in parentheses, with 422 as for other inputs: what the platform does is not documented. */
export function guardSelection({ params: { query } }: Exchange): Response | undefined {
  const faults = Object.entries(readers).flatMap(([name, read]): readonly RequestFault[] => {
    const text = query[name];
    if (typeof text !== "string" || read(text) !== undefined) return [];
    const message = "must be a list in parentheses, such as (messages)";
    return [{ place: "query", pointer: `/${name}`, reason: "invalid", message }];
  });
  if (faults.length === 0) return undefined;
  const { status, body } = refuseInvalid(faults);
  return Response.json(body, { status });
}
