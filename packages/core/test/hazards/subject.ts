import * as core from "@labelwire/core";
import { naive } from "./naive/naive.ts";

/** What the hazard suite exercises: of the core, the parts that somebody could write by hand. */
export type Subject = Pick<
  typeof core,
  "createClient" | "paginate" | "pageNumber" | "nextLink" | "cursorPage" | "poll" | "download"
>;

const subjects: Readonly<Record<string, Subject>> = { core, naive };

/**
 * What the hazard suite runs on: the core, or with `LABELWIRE_SUBJECT=naive` the code that it takes the place of. Every test of the
 * suite passes on the one and fails on the other (`pnpm test:naive`), or it would prove nothing.
 */
export const subject: Subject = pick(process.env["LABELWIRE_SUBJECT"] ?? "core");

function pick(name: string): Subject {
  const found = subjects[name];
  if (found === undefined) throw new Error(`LABELWIRE_SUBJECT is ${name}; it can be core or naive.`);
  return found;
}
