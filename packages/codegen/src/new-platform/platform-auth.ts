import { stringLiteral } from "../emit-text.ts";
import { member, objectMember, type JsonObject, type JsonValue } from "../json-value.ts";

/** The way to authenticate that a new package begins with, as source text. */
export interface PlatformAuth {
  /** Members of `auth`. */
  readonly credentials: readonly string[];
  /** What the core makes the scheme with, and the call. */
  readonly scheme: string;
  readonly schemeImport: string;
  /** What the mock engine makes its part with, and the call. */
  readonly mock: string;
  readonly mockImport: string;
}

/** The first way in the specification that the core knows; undefined where there is none. */
export function platformAuth(document: JsonObject): PlatformAuth | undefined {
  const schemes = Object.values(objectMember(objectMember(document, "components"), "securitySchemes"));
  return schemes.map(readScheme).find((auth) => auth !== undefined);
}

function readScheme(scheme: JsonValue): PlatformAuth | undefined {
  const type = member(scheme, "type");
  const kind = member(scheme, "scheme");
  const [name, prefix] = [member(scheme, "name"), member(scheme, "x-token-prefix")];
  if (type === "oauth2" || type === "openIdConnect" || (type === "http" && kind === "bearer")) return bearer;
  if (type === "http" && kind === "basic") return basic;
  if (type !== "apiKey" || member(scheme, "in") !== "header" || typeof name !== "string") return undefined;
  if (name.toLowerCase() === "authorization" && prefix === "Token") return token;
  if (name.toLowerCase() === "authorization" && prefix === "Bearer") return bearer;
  const options = `{ credential: "apiKey", header: ${stringLiteral(name)} }`;
  return {
    credentials: ["apiKey"],
    scheme: `headerAuth(${options})`,
    schemeImport: "headerAuth",
    mock: `headerCredential(${options})`,
    mockImport: "headerCredential",
  };
}

const bearer: PlatformAuth = {
  credentials: ["accessToken"],
  scheme: 'bearerAuth("accessToken")',
  schemeImport: "bearerAuth",
  mock: 'headerCredential({ credential: "accessToken", header: "authorization", prefix: "Bearer " })',
  mockImport: "headerCredential",
};

const token: PlatformAuth = {
  credentials: ["token"],
  scheme: 'tokenAuth("token")',
  schemeImport: "tokenAuth",
  mock: 'headerCredential({ credential: "token", header: "authorization", prefix: "Token " })',
  mockImport: "headerCredential",
};

const basic: PlatformAuth = {
  credentials: ["username", "password"],
  scheme: "basicAuth()",
  schemeImport: "basicAuth",
  mock: "basicCredential()",
  mockImport: "basicCredential",
};
