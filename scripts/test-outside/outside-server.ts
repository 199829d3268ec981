import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A server that a platform's package brings along for its documented code; `startServer` of its `test/outside/server.ts`. */
export interface OutsideServer {
  /** The origins that it stands for, and the loopback address of each. */
  readonly origins: Readonly<Record<string, string>>;
  /** The environment in which a reader would run the code. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

interface ServerModule {
  readonly startServer: () => Promise<OutsideServer>;
}

const none: OutsideServer = { origins: {}, environment: {}, close: () => Promise.resolve() };

/** Starts the server of a package; without one, documented code can reach nothing. */
export async function startOutsideServer(outside: string | undefined): Promise<OutsideServer> {
  const file = outside === undefined ? undefined : join(outside, "server.ts");
  if (file === undefined || !existsSync(file)) return none;
  const { startServer } = (await import(pathToFileURL(file).href)) as ServerModule; // what such a file has to export
  return startServer();
}
