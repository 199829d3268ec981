import type { Refusal } from "./answer.ts";
import type { CredentialVerdict, ExpectedCredential } from "./mock-auth.ts";
import type { MockDefinition } from "./mock-definition.ts";

type Refused = Exclude<CredentialVerdict, "accepted">;

const messages: Readonly<Record<Refused, string>> = {
  missing: "The request carries no credential.",
  malformed: "The credential is malformed.",
  unknown: "The credential is not known.",
  refused: "The credential is not valid.",
};

// What comes nearest to being let in says most.
const byNearness: readonly Refused[] = ["refused", "unknown", "malformed"];

/** Why a request is not let in, in a sentence that holds no credential; undefined where it is. */
export async function checkCredential(
  request: Request,
  { auth, refusedStatus = {} }: Pick<MockDefinition, "auth" | "refusedStatus">,
  expected: ExpectedCredential,
): Promise<Refusal["refusal"] | undefined> {
  const verdicts = await Promise.all(auth.map(async (scheme) => scheme.check(request, expected)));
  if (verdicts.length === 0 || verdicts.includes("accepted")) return undefined;
  const verdict = byNearness.find((one) => verdicts.includes(one)) ?? "missing";
  return { status: refusedStatus[verdict] ?? 401, message: messages[verdict] };
}
