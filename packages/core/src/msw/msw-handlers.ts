// The one module that imports msw.
import { http, type HttpHandler } from "msw";
import { isConfigError } from "../errors.ts";
import type { Engine } from "./engine.ts";

/** What `setupServer` and `setupWorker` take. */
export type MockHandler = HttpHandler;

/**
 * Makes the mock's door for msw: one handler for the whole platform, because msw asks its handlers one by one (mswjs/msw#1518).
 * A predicate decides, and not a path: with `base/*` a request that the handler then leaves alone would count as handled, and
 * reach the network without a word.
 */
export function createMswHandlers(engine: Engine): readonly MockHandler[] {
  return [
    http.all(
      ({ request }) => engine.route(request) !== null,
      async ({ request }) => {
        try {
          return await engine.handle(request);
        } catch (thrown) {
          // Nobody waits for an aborted request; msw would print the rejection as a fault of the handler.
          if (request.signal.aborted) return Response.error();
          // msw would answer 500, and clients send the request again.
          if (isConfigError(thrown)) return engine.refuseMisuse(thrown);
          throw thrown;
        }
      },
    ),
  ];
}
