import { ConfigError } from "@labelwire/core";

/**
 * Refuses an `Accept` that asks for `application/json` and nothing wider: CVAT answers in a media type of its own, and with 406 to
 * that header (server 2.73), although most tools send it.
 *
 * @throws ConfigError
 */
export function checkAccept(accept: string | null): void {
  if (accept === null || !/\bapplication\/json\b/i.test(accept) || /\*\/\*|application\/(?:\*|vnd\.)/i.test(accept))
    return;
  const message =
    "headers.accept must not ask for application/json alone, because CVAT answers 406 to that. Leave it out, or add */*.";
  throw new ConfigError({ option: "headers.accept", message });
}
