import { expect, test } from "vitest";
import { checkFormatOptions } from "./check-format-options.ts";
import { flag } from "./option-rules.ts";

const rules = { saveImages: flag };

test("a format and what the rules know pass", () => {
  expect(() => checkFormatOptions({ format: "COCO 1.0", saveImages: true }, rules)).not.toThrow();
});

test.each<[string, unknown, string]>([
  ["no options at all", undefined, "options.format is required."],
  ["null", null, "options.format is required."],
  ["no format", {}, "options.format is required."],
  ["a blank format", { format: " " }, "options.format must be a string that is not empty."],
  ["a format alone", "COCO 1.0", "options must be a plain object, such as { format: … }."],
])("%s is refused by what is missing", (_name, options, message) => {
  expect(() => checkFormatOptions(options, rules)).toThrow(
    expect.objectContaining({ name: "ConfigError", message }) as Error,
  );
});
