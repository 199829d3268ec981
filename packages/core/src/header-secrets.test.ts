import { expect, test } from "vitest";
import { headerSecrets } from "./header-secrets.ts";

test.each<[string, Record<string, string>, readonly string[]]>([
  ["a token after its scheme", { authorization: "Bearer abc.def" }, ["Bearer abc.def", "abc.def"]],
  ["a key that ends in signs", { "x-api-key": "abc==" }, ["abc=="]],
  ["each cookie", { cookie: "sessionid=abc; csrftoken=def" }, ["abc", "def"]],
  ["the token against forgery", { "x-csrftoken": "abc" }, ["abc"]],
  ["what a scheme of the platform sends", { "x-sign": "abc" }, ["abc"]],
  ["a storage's token", { "x-amz-security-token": "abc" }, ["abc"]],
])("%s is a secret", (_, headers, expected) => {
  expect(headerSecrets(headers, { "x-sign": "of the scheme" })).toEqual(expect.arrayContaining([...expected]));
});

test("what the scheme sends is one too", () => {
  expect(headerSecrets({}, { authorization: "Token abc" })).toContain("abc");
});

test("the names of cookies and schemes are none, nor are other headers, nor one that is not sent", () => {
  const headers = {
    authorization: undefined,
    cookie: "sessionid=abc",
    accept: "application/json",
    "content-type": "text/plain; charset=utf-8",
    "x-organization": "cats",
  };
  expect(headerSecrets(headers).filter((secret) => secret !== "")).toEqual(["sessionid=abc", "abc"]);
});
