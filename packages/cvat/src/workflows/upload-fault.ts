import { ConfigError } from "@labelwire/core";

/** What is wrong with something to upload, before anything is sent: `problem` reads on after the option's name. */
export function uploadFault(option: string, problem: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${problem}.` });
}
