import type { Refusal } from "./answer.ts";
import type { RequestFault } from "./check-request.ts";
import type { Exchange } from "./exchange.ts";
import type { ValueMaker } from "./generate.ts";
import type { ListPage } from "./list-page.ts";
import type { CredentialVerdict, MockAuthScheme } from "./mock-auth.ts";
import type { MockData, MockOperation } from "./mock-data.ts";
import type { Random } from "./random.ts";
import type { Item } from "./seed-items.ts";

/** All that the mock engine needs to know of a platform. The engine never asks which platform it mocks. */
export interface MockDefinition<Site extends string = never> {
  /** The platform's name in messages. */
  readonly title: string;
  /** Base URLs by name, the platform's own servers. The mock answers for each of them unless told a `baseUrl`. */
  readonly servers: Readonly<Record<string, string>>;
  /** What the generator wrote. */
  readonly data: MockData;
  /** What the platform answers to and its specification leaves out. A request to it is recorded as one to no operation. */
  readonly hidden?: readonly MockOperation[];
  /** True: a slash at the end leads to no path that is documented without one. Default: it means nothing. */
  readonly exactSlash?: boolean;
  /** The ways to authenticate; none where anyone may call. */
  readonly auth: readonly MockAuthScheme[];
  /** The status for a credential that is not accepted, by what is wrong with it. Default: 401 for all. */
  readonly refusedStatus?: Readonly<Partial<Record<Exclude<CredentialVerdict, "accepted">, number>>>;
  /** Names of query parameters, in lower case, that go with any request, such as what narrows it to an organization. */
  readonly everywhere?: readonly string[];
  /** The platform's error body. */
  readonly errorBody: (status: number, message: string) => unknown;
  /** Headers of the platform's errors. Default: the media type `application/json`. */
  readonly errorHeaders?: (status: number) => Readonly<Record<string, string>>;
  /**
   * How the platform refuses a request that breaks the specification. Default: `errorBody` with status 404 where the path is wrong,
   * 415 where the media type is, and 400 otherwise.
   */
  readonly refuseInvalid?: (faults: readonly RequestFault[]) => { readonly status: number; readonly body: unknown };
  /** The body of an answer that the specification leaves open. Default: `{}`. */
  readonly openBody?: unknown;
  /** Values that the platform sends and no schema states. */
  readonly values?: ValueMaker;
  /**
   * By collection: what follows from the rest of an item, such as the link to itself. What a test gives, or a request writes, goes
   * before it.
   */
  readonly derive?: Readonly<Record<string, (item: Item, place: { readonly baseUrl: string }) => Item>>;
  /** Narrows a list further than by equality, search and order; undefined leaves it as it is. */
  readonly select?: (exchange: Exchange, items: readonly Item[]) => readonly Item[] | Refusal | undefined;
  /** Cuts a page out of a list where the platform does more than its paging is described by; undefined leaves it to the description. */
  readonly page?: (exchange: Exchange, items: readonly unknown[]) => ListPage | undefined;
  /** Other origins that the platform's answers point at, by name, such as a file storage. */
  readonly sites?: Readonly<Record<Site, string>>;
  /** Behaviour that no specification states. Called once for each mock, and again at each reset, so that its memory starts empty. */
  readonly behave?: (tools: MockTools<Site>) => MockBehaviour<Site>;
}

/** What hand-written behaviour answers; what it leaves out or answers with undefined is answered from state and schema. */
export interface MockBehaviour<Site extends string> {
  /** Asked before anything is done for a request whose credential is good: a refusal, or undefined for one that may go on. */
  readonly guard?: (exchange: Exchange) => Answering;
  /**
   * Properties that the items of the request's scope have, such as the organization's id; null for what belongs to none. Lists hold
   * no others, and what is created has them. An item that was seeded without belongs to every scope.
   */
  readonly scope?: (exchange: Exchange) => Item;
  /** Narrows or shapes a list after the definition's `select`, with what other collections hold; undefined leaves it as it is. */
  readonly select?: (exchange: Exchange, items: readonly Item[]) => readonly Item[] | Refusal | undefined;
  /** By operationId, hidden operations included. */
  readonly operations?: Readonly<Record<string, (exchange: Exchange) => Answering>>;
  /** By collection: what a create or an update says of the item, where that is not what was sent. */
  readonly writes?: Readonly<Record<string, (write: MockWrite) => Item>>;
  /** Called when a request has created, updated or deleted an item, to write what follows from that. */
  readonly changed?: (change: MockChange) => void;
  /** By the site's name. */
  readonly sites?: Readonly<Record<Site, (request: Request) => Response | Promise<Response>>>;
}

/** A create or an update of an item. */
export interface MockWrite {
  readonly exchange: Exchange;
  /** The body, and what the path says of the item. */
  readonly sent: Item;
  /** The item that is updated; absent where one is created. */
  readonly before?: Item;
}

/** What a request did to a collection. */
export interface MockChange {
  readonly exchange: Exchange;
  /** The collection's name. */
  readonly resource: string;
  readonly does: "create" | "update" | "delete";
  /** As it is now, or was before it was deleted. */
  readonly item: Item;
}

type Answering = Response | undefined | Promise<Response | undefined>;

/** What hand-written behaviour works with. */
export interface MockTools<Site extends string> {
  /** Where each site is: an origin and perhaps a path, without a slash at the end. */
  readonly sites: Readonly<Record<Site, string>>;
  /** Milliseconds since the epoch, by the clock that the test gave; one and the same time where it gave none. */
  readonly now: () => number;
  /** A source of numbers for a purpose, the same for the same seed. */
  readonly random: (purpose: string) => Random;
  /** A value of a component schema for a purpose, with `given` laid over it. */
  readonly value: (schema: string, options: { readonly purpose: string; readonly given?: unknown }) => unknown;
  /** The items of a collection whose properties have the given values, as a list operation would answer them. */
  readonly items: (resource: string, selection?: Readonly<Record<string, unknown>>) => readonly Item[];
  /** One item by its key; undefined where the collection is seeded or written and has none such. */
  readonly item: (resource: string, key: unknown) => Item | undefined;
  /** True where a collection is seeded or written: then what is not in it does not exist. */
  readonly isHeld: (resource: string) => boolean;
  /** Adds an item to a collection, completed, with a key of its own where none is given. */
  readonly create: (resource: string, given: Item) => Item;
  /** Lays changes over an item; undefined where there is none such. */
  readonly update: (resource: string, key: unknown, changes: Item) => Item | undefined;
  /** Takes an item away; undefined where there is none such. */
  readonly remove: (resource: string, key: unknown) => Item | undefined;
  /** The operation's default success, with `given` laid over its body. */
  readonly succeed: (exchange: Exchange, given: unknown) => Response;
  /** An error as the platform answers it. */
  readonly refuse: (status: number, message: string) => Response;
}
