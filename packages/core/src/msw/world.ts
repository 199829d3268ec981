import type { Clock } from "../clock.ts";
import { createStateAnswers } from "./answer-from-state.ts";
import type { Answer } from "./answer.ts";
import type { Answering } from "./answering.ts";
import type { BaseUrl } from "./base-urls.ts";
import type { Bodies } from "./bodies.ts";
import { createCollections, type Collections } from "./collections.ts";
import type { createRespond } from "./create-respond.ts";
import type { Exchange } from "./exchange.ts";
import { createFailures, type Failures } from "./failures.ts";
import type { MockBehaviour, MockDefinition } from "./mock-definition.ts";
import { createTools } from "./mock-tools.ts";
import type { Refusals } from "./refusals.ts";
import type { LoggedRequest } from "./request-log.ts";
import type { Seeds } from "./seed-items.ts";

/** A resolver as the engine runs it; `on` of the typed mock narrows it to what the operation takes and answers. */
export type EngineResolver = (
  call: Pick<Exchange, "params" | "body" | "request"> & { readonly respond: ReturnType<typeof createRespond> },
) => Response | undefined | Promise<Response | undefined>;

/** What one test leaves behind, and `reset` makes anew. */
export interface World {
  readonly behaviour: MockBehaviour<string>;
  readonly failures: Failures;
  /** By operation, the latest first. */
  readonly overrides: Map<string, readonly EngineResolver[]>;
  /** In the order of their coming; undefined for one whose body is still read. */
  readonly log: (LoggedRequest | undefined)[];
  /** The requests that it has not answered yet. */
  readonly answering: Set<Answering>;
  /** What answers where no test, credential or hand-written behaviour does. */
  readonly usual: (exchange: Exchange) => Answer;
  /**
   * What a test's own answer is completed from, without writing anything: what would answer, and what would if nothing were seeded,
   * since a test may say 200 for an item that is not there.
   */
  readonly defaults: readonly ((exchange: Exchange) => Answer)[];
}

interface WorldSetting<Site extends string> {
  readonly definition: MockDefinition<Site>;
  readonly bodies: Bodies;
  readonly refusals: Refusals;
  readonly seeds: Seeds;
  readonly sites: readonly (readonly [name: string, base: BaseUrl])[];
  readonly clock: Pick<Clock, "now">;
}

/** Makes the {@link World} that a mock begins with. */
export function createWorld<Site extends string>(setting: WorldSetting<Site>): World {
  const { definition, bodies, refusals, seeds, sites, clock } = setting;
  const { data } = definition;
  const collections = createCollections({ data, bodies }, seeds);
  const behaviour = definition.behave?.(createTools({ definition, refusals, bodies, collections, sites, clock })) ?? {};
  const { changed: _changed, ...quiet } = behaviour;
  const dry = (held: Collections): ((exchange: Exchange) => Answer) =>
    createStateAnswers({ data, bodies, definition, behaviour: quiet, collections: held });
  return {
    behaviour,
    failures: createFailures(),
    overrides: new Map(),
    log: [],
    answering: new Set(),
    usual: createStateAnswers({ data, bodies, definition, behaviour, collections }),
    defaults: [
      (exchange) => dry(collections.fork())(exchange),
      (exchange) => dry(createCollections({ data, bodies }, new Map()))(exchange),
    ],
  };
}
