import { describe, expect, test } from "vitest";
import { withMember } from "./with-member.ts";

describe("withMember", () => {
  test("leaves the original alone", () => {
    const body = { data: { pets: [1], total: 1 } };
    expect(withMember(body, ["data", "pets"], [])).toEqual({ data: { pets: [], total: 1 } });
    expect(body.data.pets).toEqual([1]);
  });

  test("an empty path replaces the body", () => {
    expect(withMember({ a: 1 }, [], [2])).toEqual([2]);
  });

  test("makes what is missing on the way", () => {
    expect(withMember(undefined, ["data", "total"], 3)).toEqual({ data: { total: 3 } });
  });

  test("undefined takes a member away", () => {
    expect(withMember({ next: "x", items: [] }, ["next"], undefined)).toEqual({ items: [] });
  });

  test("a member named __proto__ is a member and pollutes nothing", () => {
    const written = withMember({}, ["__proto__", "polluted"], true);
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
