import { Buffer } from "node:buffer";
import { generateKeyPairSync, sign } from "node:crypto";

/** A key and a certificate that signs itself, in PEM: a private certificate authority with one server. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** Makes a certificate for `hosts` and 127.0.0.1, so that no key has to be kept beside the tests (X.509 is RFC 5280). */
export function makeCertificate(hosts: readonly string[] = ["localhost"]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(tagged(0x31, sequence(tagged(0x06, "550403"), tagged(0x0c, Buffer.from("loopback")))));
  const ecdsaWithSha256 = sequence(tagged(0x06, "2a8648ce3d040302"));
  const isAuthority = sequence(tagged(0x06, "551d13"), tagged(0x04, sequence(tagged(0x01, "ff"))));
  const names = sequence(...hosts.map((host) => tagged(0x82, Buffer.from(host))), tagged(0x87, "7f000001"));
  const extensions = sequence(isAuthority, sequence(tagged(0x06, "551d11"), tagged(0x04, names)));
  const body = sequence(
    tagged(0xa0, tagged(0x02, "02")),
    tagged(0x02, "01"),
    ecdsaWithSha256,
    name,
    sequence(tagged(0x17, Buffer.from("200101000000Z")), tagged(0x17, Buffer.from("491231235959Z"))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.of(0), sign("sha256", body, privateKey)]);
  const encoded = sequence(body, ecdsaWithSha256, tagged(0x03, signature)).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${encoded.replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

/** One value in DER: its tag, its length and its bytes, which may be given in hexadecimal. */
function tagged(tag: number, value: Buffer | string): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value, "hex") : value;
  const { length } = bytes;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...head), bytes]);
}
