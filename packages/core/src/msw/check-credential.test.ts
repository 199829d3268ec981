import { expect, test } from "vitest";
import { checkCredential } from "./check-credential.ts";
import type { CredentialVerdict, MockAuthScheme } from "./mock-auth.ts";

const request = new Request("https://acme.test/");
const schemes = (verdicts: readonly CredentialVerdict[]): readonly MockAuthScheme[] =>
  verdicts.map((verdict) => ({ credentials: [], secretHeaders: [], check: () => verdict }));

test.each<[readonly CredentialVerdict[], number | undefined]>([
  [[], undefined],
  [["refused", "accepted"], undefined],
  [["missing", "missing"], 401],
  [["missing", "malformed"], 401],
  [["malformed", "unknown"], 402],
  [["unknown", "refused"], 403],
])("of verdicts %j comes the status %s", async (verdicts, expected) => {
  const definition = { auth: schemes(verdicts), refusedStatus: { unknown: 402, refused: 403 } };
  expect((await checkCredential(request, definition, undefined))?.status).toBe(expected);
});
