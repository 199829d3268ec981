import { ConfigError } from "../errors.ts";
import { nearestName } from "../nearest-name.ts";

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
  /** Where the platform's other origins are, by name, for a mock that is served over HTTP. Default: names that resolve nowhere. */
  readonly sites?: Readonly<Partial<Record<Site, string>>> | undefined;
}

const known = ["seed", "baseUrl", "state", "strict", "auth", "sites"];

/**
 * Checks the options for what types do not catch.
 *
 * @throws {ConfigError} for an option, or a collection in `state`, that does not exist, and for one of the wrong kind.
 */
export function checkMockOptions(
  options: MockOptions<object, object, string>,
  collections: readonly { readonly name: string }[],
): void {
  checkNames({ names: Object.keys(options), known, place: "" });
  const { seed, state, strict, auth, sites } = options;
  if (!["undefined", "number", "string"].includes(typeof seed)) throw wrong("seed", "a number or a string");
  if (!["undefined", "boolean"].includes(typeof strict)) throw wrong("strict", "true or false");
  for (const [option, value] of Object.entries({ state, auth, sites })) {
    if (value !== undefined && !isObject(value)) throw wrong(option, "an object");
  }
  checkNames({ names: Object.keys(state ?? {}), known: collections.map(({ name }) => name), place: "state." });
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
