import type { AuthHeaders } from "./auth.ts";
import type { OutgoingHeaders } from "./outgoing-request.ts";
import { SECRET_NAME } from "./redact-url.ts";

// Before each value of a header that holds several, or one after a word: `a=…; b=…` and `Bearer …`.
const BEFORE_VALUE = /(?:^|; )[^ =]+[ =]/;

/**
 * What no error may echo of the headers of a request: the values of those that credentials are sent in, whoever has set them, and of
 * those that have the name of a secret. Each whole, and what is in it: "Bearer x" is echoed as "x" more often.
 */
export function headerSecrets(sent: OutgoingHeaders, ofScheme: AuthHeaders = {}): readonly string[] {
  return Object.entries({ ...ofScheme, ...sent }).flatMap(([name, value = ""]) =>
    name in ofScheme || SECRET_NAME.test(name) ? [value, ...value.split(BEFORE_VALUE)] : [],
  );
}
