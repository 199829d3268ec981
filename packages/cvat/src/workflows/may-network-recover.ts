import type { NetworkError } from "@labelwire/core";

/** False for what stays as it is, however often it is tried: a certificate that is refused, and a redirect that is not followed. */
export function mayNetworkRecover({ code }: NetworkError): boolean {
  return !/CERT|SSL|TLS|REDIRECT/i.test(code ?? "");
}
