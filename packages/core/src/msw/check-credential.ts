import type { CredentialVerdict, ExpectedCredential, MockAuthScheme } from "./mock-auth.ts";

const refusals: Readonly<Record<Exclude<CredentialVerdict, "accepted">, string>> = {
  missing: "The request carries no credential.",
  malformed: "The credential is malformed.",
  refused: "The credential is not valid.",
};

/** Why a request is not let in, in a sentence that holds no credential; undefined where it is. */
export async function checkCredential(
  request: Request,
  schemes: readonly MockAuthScheme[],
  expected: ExpectedCredential,
): Promise<string | undefined> {
  const verdicts = await Promise.all(schemes.map(async (scheme) => scheme.check(request, expected)));
  if (verdicts.length === 0 || verdicts.includes("accepted")) return undefined;
  if (verdicts.includes("refused")) return refusals.refused;
  return verdicts.includes("malformed") ? refusals.malformed : refusals.missing;
}
