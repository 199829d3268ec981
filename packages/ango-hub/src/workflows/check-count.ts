import { ConfigError } from "@labelwire/core";

/** Refuses what is not a whole number of at least 1. */
export function checkCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new ConfigError({ option, message: `${option} has to be a whole number, at least 1.` });
}
