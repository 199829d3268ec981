import { ConfigError, isPlainObject, nearestName } from "@labelwire/core";

/** Refuses what is not an object, and members that do not exist: a misspelt filter would widen what is selected without a word. */
export function checkMembers(option: string, value: unknown, known: readonly string[]): void {
  if (!isPlainObject(value)) throw new ConfigError({ option, message: `${option} has to be an object.` });
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = nearestName(unknown, known);
  const advice = meant === undefined ? `It takes ${known.join(", ")}.` : `Did you mean ${meant}?`;
  throw new ConfigError({
    option: `${option}.${unknown}`,
    message: `${option} does not take ${JSON.stringify(unknown)}. ${advice}`,
  });
}
