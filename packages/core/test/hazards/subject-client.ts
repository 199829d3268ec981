import { acme, type AcmeClient, type AcmeOptions } from "../acme.ts";
import { subject } from "./subject.ts";

/** A client of the made-up platform by the subject under test; its waits between attempts are next to nothing. */
export function createSubjectClient(options: AcmeOptions): AcmeClient {
  return subject.createClient(acme, { auth: { accessToken: "acme-canary-token" }, random: () => 0.001, ...options });
}
