import { createRequire } from "node:module";

/** A proxy that compares every request and answer with a specification. */
export interface ValidatingProxy {
  readonly origin: string;
  close(): Promise<void>;
}

/** What an answer differs in from the specification, as Prism says it in the header `sl-violations`. */
export interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly code?: string;
  readonly message: string;
}

interface PrismHttp {
  readonly getHttpOperationsFromSpec: (document: object) => Promise<readonly object[]>;
}

interface PrismServer {
  readonly createServer: (operations: readonly object[], options: object) => PrismListener;
}

interface PrismListener {
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}

interface PrismCore {
  readonly createLogger: (name: string, options: object) => object;
}

/** Starts Prism on a loopback port that the system picks, before a server. It has a workspace of its own, and no types here. */
export async function startProxy(specification: object, upstream: string): Promise<ValidatingProxy> {
  const load = createRequire(new URL("proxy/package.json", import.meta.url));
  const http = load("@stoplight/prism-http") as PrismHttp; // as version 5.16 exports it, like the two below
  const { createServer } = load("@stoplight/prism-http-server") as PrismServer;
  const { createLogger } = load("@stoplight/prism-core") as PrismCore;
  // It resolves references within what it is given.
  const operations = await http.getHttpOperationsFromSpec(structuredClone(specification));
  const config = {
    isProxy: true,
    upstream: new URL(upstream),
    upstreamProxy: undefined,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    mock: { dynamic: false },
  };
  const logger = createLogger("prism", { level: "silent" });
  const server = createServer(operations, { cors: false, config, components: { logger } });
  const origin = await server.listen(0, "127.0.0.1");
  return { origin, close: () => server.close() };
}
