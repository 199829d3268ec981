import { ConfigError, unwrap } from "@labelwire/core";
import { serverRetrieveAnnotationFormats } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { nearestFormats } from "./nearest-formats.ts";

/**
 * Refuses a format that the server does not import, before a large file is sent for nothing: the server itself looks at the format when
 * it has the file.
 *
 * @throws ConfigError naming the nearest formats.
 */
export async function checkImporter(client: CvatCaller, format: string, signal: AbortSignal): Promise<void> {
  const { importers } = await unwrap(serverRetrieveAnnotationFormats(client, { signal }));
  const names = importers.filter(({ enabled }) => enabled).map(({ name }) => name);
  if (names.includes(format)) return;
  const nearest = nearestFormats(format, names);
  const [which, told] = nearest.length > 0 ? ["The nearest are", nearest] : ["There are", names];
  const message = `options.format: this server imports no format ${JSON.stringify(format)}. ${which} ${told.map((name) => JSON.stringify(name)).join(", ")}.`;
  throw new ConfigError({ option: "options.format", message });
}
