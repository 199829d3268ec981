import { expect, test } from "vitest";
import type { JsonObject } from "../json-value.ts";
import { platformAuth } from "./platform-auth.ts";

function authOf(...schemes: JsonObject[]): string | undefined {
  const securitySchemes = Object.fromEntries(schemes.map((scheme, index) => [`scheme${index}`, scheme]));
  return platformAuth({ components: { securitySchemes } })?.scheme;
}

test.each<[JsonObject, string | undefined]>([
  [{ type: "http", scheme: "bearer" }, 'bearerAuth("accessToken")'],
  [{ type: "http", scheme: "basic" }, "basicAuth()"],
  [{ type: "oauth2", flows: {} }, 'bearerAuth("accessToken")'],
  [{ type: "openIdConnect", openIdConnectUrl: "https://acme.example.com" }, 'bearerAuth("accessToken")'],
  [{ type: "apiKey", in: "header", name: "x-key" }, 'headerAuth({ credential: "apiKey", header: "x-key" })'],
  [
    { type: "apiKey", in: "header", name: 'x"+evil()+"' },
    'headerAuth({ credential: "apiKey", header: "x\\"+evil()+\\"" })',
  ],
  [{ type: "apiKey", in: "header", name: "Authorization", "x-token-prefix": "Token" }, 'tokenAuth("token")'],
  [{ type: "apiKey", in: "header", name: "Authorization", "x-token-prefix": "Bearer" }, 'bearerAuth("accessToken")'],
  [{ type: "apiKey", in: "cookie", name: "session" }, undefined],
])("%j begins with %s", (scheme, expected) => {
  expect(authOf(scheme)).toBe(expected);
});

test("the first way that the core knows is the one", () => {
  expect(authOf({ type: "apiKey", in: "query", name: "key" }, { type: "http", scheme: "basic" })).toBe("basicAuth()");
  expect(authOf()).toBeUndefined();
});
