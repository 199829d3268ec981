import { unwrap } from "@labelwire/core";
import { serverRetrieveAnnotationFormats } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
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
 * @throws What getting the list throws.
 */
export async function findUnknownFormat(client: CvatCaller, wanted: FormatToFind): Promise<UnknownFormat | undefined> {
  const { format, kind, signal } = wanted;
  const formats = await unwrap(serverRetrieveAnnotationFormats(client, { signal }));
  const names = formats[kind].filter(({ enabled }) => enabled).map(({ name }) => name);
  if (names.includes(format)) return undefined;
  const nearest = nearestFormats(format, names);
  const problem = `This server has no format ${JSON.stringify(format)} among its ${kind}. ${describe(nearest, names)}`;
  return { nearest, problem };
}

function describe(nearest: readonly string[], names: readonly string[]): string {
  if (nearest.length > 0) return `The nearest ${nearest.length > 1 ? "are" : "is"} ${quoted(nearest)}.`;
  return names.length > 0 ? `There are ${quoted(names)}.` : "There is none.";
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
