import { SpecError } from "./spec-error.ts";

/** The error for a description of more than `maxBytes`. */
export function tooLarge(file: string, maxBytes: number): SpecError {
  const problem = `it is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB`;
  return sourceFault(file, problem, "make sure that it is an OpenAPI description, and leave its examples out");
}

/** An error about a description as a whole. */
export function sourceFault(file: string, problem: string, mend: string): SpecError {
  return new SpecError([{ file, problem, mend }]);
}
