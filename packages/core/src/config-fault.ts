import { ConfigError } from "./errors.ts";

/** The `ConfigError` for what cannot be used. `problem` reads after the name of `option`; `operation` is the call that it keeps from being sent. */
export function configFault(option: string, problem: string, operation?: string): ConfigError {
  const failed = operation ? `${operation} cannot be sent: ` : "";
  return new ConfigError({ option, operation, message: `${failed}${option} ${problem}.` });
}
