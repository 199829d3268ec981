import type { Exchange } from "@labelwire/core/msw";
import { answerInvalid } from "./answer-invalid.ts";
import { readNameTree } from "./name-tree.ts";
import { readFields } from "./pick-fields.ts";

const readers: Readonly<Record<string, (text: string) => unknown>> = { embed: readNameTree, fields: readFields };

/** Refuses an `embed` or `fields` that is no list in parentheses, with 422 as for other inputs: what the platform does is not documented. */
export function guardSelection({ params: { query } }: Exchange): Response | undefined {
  const faults = Object.entries(readers).flatMap(([name, read]): Parameters<typeof answerInvalid>[0] => {
    const text = query[name];
    if (typeof text !== "string" || read(text) !== undefined) return [];
    const message = "must be a list in parentheses, such as (messages)";
    return [{ place: "query", pointer: `/${name}`, message }];
  });
  return faults.length === 0 ? undefined : answerInvalid(faults);
}
