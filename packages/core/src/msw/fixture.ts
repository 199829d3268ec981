import { ConfigError } from "../errors.ts";
import { nearestName } from "../nearest-name.ts";
import type { Bodies } from "./bodies.ts";
import { canonicalJson } from "./canonical-json.ts";
import { copyData } from "./copy-data.ts";
import type { MockData } from "./mock-data.ts";
import { validate } from "./validate.ts";

/**
 * Makes a value of a component schema, with `overrides` laid over it: the same for the same seed, name and overrides.
 *
 * @throws {ConfigError} for a schema that does not exist, and for overrides that make the value invalid.
 */
export function makeFixture(
  { data, bodies }: { data: MockData; bodies: Bodies },
  { name, overrides }: { name: string; overrides: unknown },
): unknown {
  if (!Object.hasOwn(data.schemas, name)) {
    const nearest = nearestName(name, Object.keys(data.schemas));
    const hint = nearest === undefined ? "" : ` Did you mean ${JSON.stringify(nearest)}?`;
    throw new ConfigError({ option: "name", message: `There is no schema ${JSON.stringify(name)}.${hint}` });
  }
  const purpose = `fixture|${name}|${canonicalJson(overrides)}`;
  const value = bodies.component(name, { purpose, given: overrides });
  const [issue] = validate({ $ref: `#/components/schemas/${name}` }, value, data.schemas);
  // A test may change what it was given, and parts of it are samples that every mock draws on.
  if (!issue) return copyData(value);
  throw new ConfigError({
    option: "overrides",
    message: `The overrides make no valid ${name}: ${issue.pointer || "the value"} ${issue.message}.`,
  });
}
