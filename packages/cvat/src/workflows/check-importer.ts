import { ConfigError } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { findUnknownFormat } from "./find-unknown-format.ts";

/**
 * Refuses a format that the server does not import, before a large file is sent for nothing: the server itself looks at the format when
 * it has the file.
 *
 * @throws ConfigError naming the nearest formats.
 */
export async function checkImporter(client: CvatCaller, format: string, signal: AbortSignal): Promise<void> {
  const unknown = await findUnknownFormat(client, { format, kind: "importers", signal });
  if (unknown === undefined) return;
  throw new ConfigError({ option: "options.format", message: `options.format: ${unknown.problem}` });
}
