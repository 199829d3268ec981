import { ConfigError } from "../errors.ts";
import { nearestName } from "../nearest-name.ts";
import type { MockAuthScheme } from "./mock-auth.ts";
import type { MockClock } from "./mock-clock.ts";

/** The options of every mock. */
export interface MockOptions<State = object, Auth = object, Site extends string = never> {
  /** What is made up depends on it: the same seed gives the same bytes. Default: 1. */
  readonly seed?: number | string | undefined;
  /** Where the mock answers, instead of at the platform's own servers. */
  readonly baseUrl?: string | readonly string[] | undefined;
  /** What the collections hold at the beginning, and after `reset`. An item given in part is completed to a valid one. */
  readonly state?: State | undefined;
  /**
   * True: a request that breaks the specification is refused as the platform would, and `fetch` refuses a URL that the mock does not
   * answer for. False: such a request is answered all the same, its `faults` recorded, and any other URL goes to `globalThis.fetch`.
   * Default: true.
   */
  readonly strict?: boolean | undefined;
  /** The one credential that is accepted. Default: any that is well formed. */
  readonly auth?: Auth | undefined;
  /**
   * The clock of the client that is tested: it skips no pause while the mock answers, and a `delayMs` passes on it. Default: delays
   * take their time.
   */
  readonly clock?: MockClock | undefined;
  /** Where the platform's other origins are, by name, for a mock that is served over HTTP. Default: names that resolve nowhere. */
  readonly sites?: Readonly<Partial<Record<Site, string>>> | undefined;
}

const known = ["seed", "baseUrl", "state", "strict", "auth", "clock", "sites"];

/**
 * Checks the options for what types do not catch.
 *
 * @throws {ConfigError} for an option, or a collection in `state`, that does not exist, and for one of the wrong kind.
 */
export function checkMockOptions(
  options: MockOptions<object, object, string>,
  {
    collections,
    schemes,
  }: { readonly collections: readonly { readonly name: string }[]; readonly schemes: readonly MockAuthScheme[] },
): void {
  checkNames({ names: Object.keys(options), known, place: "" });
  const { seed, baseUrl, state, strict, auth, clock, sites } = options;
  if (!["undefined", "number", "string"].includes(typeof seed)) throw wrong("seed", "a number or a string");
  if (!["undefined", "boolean"].includes(typeof strict)) throw wrong("strict", "true or false");
  for (const [option, value] of Object.entries({ state, auth, sites })) {
    if (value !== undefined && !isObject(value)) throw wrong(option, "an object");
  }
  if (clock !== undefined && !(isObject(clock) && "hold" in clock)) throw wrong("clock", "one of createMockClock");
  if (baseUrl !== undefined && [baseUrl].flat().length === 0) throw wrong("baseUrl", "a URL, or a list of some");
  if (auth) checkAuth(auth, schemes);
  checkNames({ names: Object.keys(state ?? {}), known: collections.map(({ name }) => name), place: "state." });
}

/** A credential that no request can have would refuse them all, and a test that wants that would not find out. */
function checkAuth(auth: object, schemes: readonly MockAuthScheme[]): void {
  const known = [...new Set(schemes.flatMap(({ credentials }) => credentials))];
  checkNames({ names: Object.keys(auth), known, place: "auth." });
  if (Object.values(auth).every((value) => value === undefined)) throw wrong("auth", `one of ${known.join(", ")}`);
}

function checkNames(check: { names: readonly string[]; known: readonly string[]; place: string }): void {
  const unknown = check.names.find((name) => !check.known.includes(name));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, check.known);
  const option = `${check.place}${unknown}`;
  const takes = `It takes ${check.known.map((name) => check.place + name).join(", ")}.`;
  const hint = nearest === undefined ? takes : `Did you mean ${check.place}${nearest}?`;
  throw new ConfigError({ option, message: `The mock has no option ${option}. ${hint}` });
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(option: string, wanted: string): ConfigError {
  return new ConfigError({ option, message: `The mock's option ${option} must be ${wanted}.` });
}
