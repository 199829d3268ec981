import { ConfigError } from "@labelwire/core";
import { index } from "./option-rules.ts";

/** @throws ConfigError for what is no number of a frame or a chunk. */
export function checkNumber(argument: string, value: unknown): void {
  const [isValid, expected] = index;
  if (!isValid(value)) throw new ConfigError({ option: argument, message: `${argument} must be ${expected}.` });
}
