import { expect, test } from "vitest";
import { checkArgument } from "./check-argument.ts";

const name = [(value: unknown) => typeof value === "string" && value !== "", "a string that is not empty"] as const;

test("what fits passes", () => {
  expect(() => checkArgument("petId", "rex", name)).not.toThrow();
});

test.each([[""], [7], [null], [undefined]])(
  "%j is a ConfigError that names the argument and not the value",
  (value) => {
    expect(() => checkArgument("petId", value, name)).toThrow(
      expect.objectContaining({
        name: "ConfigError",
        option: "petId",
        message: "petId must be a string that is not empty.",
      }),
    );
  },
);
