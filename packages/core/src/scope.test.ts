import { describe, expect, expectTypeOf, test } from "vitest";
import {
  clientScope,
  headerScope,
  queryScope,
  type ClientScope,
  type ScopeDefinition,
  type ScopeRule,
} from "./scope.ts";

interface AcmeScope {
  organization?: string | null;
  organizationId?: number;
  workspace: string;
}

const definition: ScopeDefinition<AcmeScope> = {
  organization: headerScope("x-organization", { emptyAllowed: true, excludes: ["organizationId"] }),
  organizationId: queryScope("org_id", { isValid: (value) => /^\d+$/.test(value), expected: "a whole number" }),
  workspace: headerScope("x-workspace", {
    required: true,
    isValid: (value) => value.length === 4,
    expected: "four letters",
  }),
};

const scope = clientScope<AcmeScope>(definition);
const workspace = "pets";

describe("clientScope", () => {
  test("a definition has a rule for each option", () => {
    expectTypeOf<keyof typeof definition>().toEqualTypeOf<keyof AcmeScope>();
    expectTypeOf(definition.organization).toEqualTypeOf<ScopeRule>();
    expectTypeOf(scope).toEqualTypeOf<ClientScope<AcmeScope>>();
    expect(scope.rules).toStrictEqual({ organization: undefined, organizationId: undefined, workspace: undefined });
    expect(scope.resolve({ workspace })).toEqual({ headers: { "x-workspace": "pets" }, query: {} });
  });

  test("undefined sends nothing; null and empty text send the empty value; a slug sends itself", () => {
    const sent = (organization: unknown): unknown => scope.resolve({ workspace, organization }).headers;
    expect(sent(undefined)).toEqual({ "x-workspace": "pets" });
    expect(sent(null)).toEqual({ "x-workspace": "pets", "x-organization": "" });
    expect(sent("")).toEqual({ "x-workspace": "pets", "x-organization": "" });
    expect(sent("acme")).toEqual({ "x-workspace": "pets", "x-organization": "acme" });
  });

  test("goes into the query where the platform wants it there", () => {
    expect(scope.resolve({ workspace, organizationId: 5 }).query).toEqual({ org_id: "5" });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ["a missing one that is required", {}, "workspace", "workspace is required"],
    ["an empty one", { workspace: "" }, "workspace", "workspace is empty"],
    ["null where empty means nothing", { workspace: null }, "workspace", "workspace is empty"],
    ["a malformed one", { workspace: "canary" }, "workspace", "workspace must be four letters"],
    [
      "two that exclude each other",
      { workspace, organization: "canary", organizationId: 1 },
      "organization",
      "organization and organizationId cannot be given together",
    ],
    [
      "a line break",
      { workspace, organization: "canary\r\nx: y" },
      "organization",
      "organization cannot be sent in a header",
    ],
    [
      "beyond Latin-1",
      { workspace, organization: "canary 组织" },
      "organization",
      "organization cannot be sent in a header",
    ],
    [
      "an object",
      { workspace, organization: {} },
      "organization",
      "organization cannot be sent in a header: it is not a string",
    ],
    ["NaN", { workspace, organizationId: Number.NaN }, "organizationId", "organizationId must be a whole number"],
  ])("refuses %s, naming the option and not the value", (_, given, option, message) => {
    const call = (): unknown => scope.resolve(given);
    expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    expect(call).toThrow(message);
    expect(call).not.toThrow("canary");
  });

  test("is pure, and empty without options", () => {
    const given = Object.freeze({ workspace, organization: "acme" });
    expect(scope.resolve(given)).toEqual(scope.resolve(given));
    expect(clientScope({}).resolve({})).toEqual({ headers: {}, query: {} });
  });

  test.each<[string, object, object]>([
    ["one that excludes another", { organization: "acme" }, { organizationId: undefined }],
    ["one that excludes another and is empty", { organization: null }, { organizationId: undefined }],
    ["one that excludes none", { workspace }, {}],
    ["one that is undefined", { organization: undefined }, {}],
    ["what is no scope", { timeoutMs: 1, __proto__: { organization: "acme" } }, {}],
  ])("takes back of the parent's options what those of a child exclude: %s", (_, overrides, expected) => {
    expect(scope.replacedBy(overrides)).toStrictEqual(expected);
  });
});
