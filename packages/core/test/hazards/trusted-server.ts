import { createServer } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { onTestFinished } from "vitest";
import { answerWith, type Answer, type Loopback } from "../loopback.ts";
import { makeCertificate } from "./make-certificate.ts";

/** An HTTPS server on loopback whose certificate this process trusts while the test runs. */
export async function startTrustedServer(answer: Answer): Promise<Loopback> {
  const { key, certificate } = makeCertificate();
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
  return answerWith(answer, {
    scheme: "https",
    make: (listener) => createServer({ key, cert: certificate }, listener),
  });
}
