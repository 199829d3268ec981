import { readMember } from "@labelwire/core";
import { serverRetrieveAnnotationFormats } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { answerFault } from "./answer-fault.ts";
import { nearestFormats } from "./nearest-formats.ts";

/** A format to look for on the server. */
export interface FormatToFind {
  readonly format: string;
  /** What formats it has to be one of. */
  readonly kind: "exporters" | "importers";
  readonly signal?: AbortSignal | null | undefined;
}

/** A format that the server does not have, or has disabled. */
export interface UnknownFormat {
  /** The server's formats that are like it, nearest first; empty for none. */
  readonly nearest: readonly string[];
  /** Says so in two sentences, with the nearest formats or, where there is none, all. */
  readonly problem: string;
}

/**
 * Looks for a format in the server's own list; undefined where it is there.
 *
 * @throws What getting the list throws; DecodeError for an answer that is no list of formats.
 */
export async function findUnknownFormat(client: CvatCaller, wanted: FormatToFind): Promise<UnknownFormat | undefined> {
  const { format, kind } = wanted;
  const names = await listFormats(client, wanted);
  if (names.includes(format)) return undefined;
  const nearest = nearestFormats(format, names);
  const problem = `This server has no format ${JSON.stringify(format)} among its ${kind}. ${describe(nearest, names)}`;
  return { nearest, problem };
}

async function listFormats(client: CvatCaller, { kind, signal }: FormatToFind): Promise<readonly string[]> {
  const { data, error, response } = await serverRetrieveAnnotationFormats(client, { signal });
  if (error !== undefined) throw error;
  const formats = readMember(data, [kind]);
  if (Array.isArray(formats)) return formats.flatMap(nameOf);
  const operation = serverRetrieveAnnotationFormats.id;
  throw answerFault({ operation, problem: `without the list of its ${kind}`, response });
}

/** The name of a format that can be used, in a list of one or none. */
function nameOf(format: unknown): readonly string[] {
  const name = readMember(format, ["name"]);
  return typeof name === "string" && readMember(format, ["enabled"]) === true ? [name] : [];
}

function describe(nearest: readonly string[], names: readonly string[]): string {
  if (nearest.length > 0) return `The nearest ${nearest.length > 1 ? "are" : "is"} ${quoted(nearest)}.`;
  return names.length > 0 ? `There are ${quoted(names)}.` : "There is none.";
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
