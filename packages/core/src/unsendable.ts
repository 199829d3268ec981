import { ConfigError } from "./errors.ts";

/** The `ConfigError` for a parameter or a body that cannot be sent. `problem` reads after the name of `option`. */
export function unsendable(option: string, problem: string, operation: string | undefined): ConfigError {
  return new ConfigError({
    option,
    operation,
    message: `${operation ?? "The call"} cannot be sent: ${option} ${problem}.`,
  });
}
