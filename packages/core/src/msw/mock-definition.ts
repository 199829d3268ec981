import type { ValueMaker } from "./generate.ts";
import type { MockAuthScheme } from "./mock-auth.ts";
import type { MockData } from "./mock-data.ts";
import type { Exchange } from "./exchange.ts";
import type { Item } from "./seed-items.ts";
import type { Random } from "./random.ts";

/** All that the mock engine needs to know of a platform. The engine never asks which platform it mocks. */
export interface MockDefinition<Site extends string = never> {
  /** The platform's name in messages. */
  readonly title: string;
  /** Base URLs by name, the platform's own servers. The mock answers for each of them unless told a `baseUrl`. */
  readonly servers: Readonly<Record<string, string>>;
  /** What the generator wrote. */
  readonly data: MockData;
  /** The ways to authenticate; none where anyone may call. */
  readonly auth: readonly MockAuthScheme[];
  /** The platform's error body. */
  readonly errorBody: (status: number, message: string) => unknown;
  /** The body of an answer that the specification leaves open. Default: `{}`. */
  readonly openBody?: unknown;
  /** Values that the platform sends and no schema states. */
  readonly values?: ValueMaker;
  /** Other origins that the platform's answers point at, by name, such as a file storage. */
  readonly sites?: Readonly<Record<Site, string>>;
  /** Behaviour that no specification states. Called once for each mock, and again at each reset, so that its memory starts empty. */
  readonly behave?: (tools: MockTools<Site>) => MockBehaviour<Site>;
}

/** What hand-written behaviour answers; what it leaves out or answers with undefined is answered from state and schema. */
export interface MockBehaviour<Site extends string> {
  /** By operationId. */
  readonly operations?: Readonly<Record<string, (exchange: Exchange) => Answering>>;
  /** By the site's name. */
  readonly sites?: Readonly<Record<Site, (request: Request) => Response | Promise<Response>>>;
}

type Answering = Response | undefined | Promise<Response | undefined>;

/** What hand-written behaviour works with. */
export interface MockTools<Site extends string> {
  /** Where each site is: an origin and perhaps a path, without a slash at the end. */
  readonly sites: Readonly<Record<Site, string>>;
  /** A source of numbers for a purpose, the same for the same seed. */
  readonly random: (purpose: string) => Random;
  /** The items of a collection whose properties have the given values, as a list operation would answer them. */
  readonly items: (resource: string, selection?: Readonly<Record<string, unknown>>) => readonly Item[];
  /** One item by its key; undefined where the collection is seeded and has none such. */
  readonly item: (resource: string, key: string) => Item | undefined;
  /** The operation's default success, with `given` laid over its body. */
  readonly succeed: (exchange: Exchange, given: unknown) => Response;
  /** An error as the platform answers it. */
  readonly refuse: (status: number, message: string) => Response;
}
