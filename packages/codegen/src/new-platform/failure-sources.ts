import type { PlatformSourceInput } from "./platform-source-input.ts";

/** What reads a new platform's error bodies, as most APIs write them, and its test. */
export function failureSources(input: PlatformSourceInput): ReadonlyMap<string, string> {
  return new Map([
    ["read-failure.ts", readFailureSource(input)],
    ["read-failure.test.ts", readFailureTest],
  ]);
}

function readFailureSource({ words }: PlatformSourceInput): string {
  return `import type { Failure } from "@labelwire/core";

/** Reads ${words.title}'s error out of a body: a sentence under \`message\`, \`detail\` or \`error\`, never inside a success. */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  if (response.ok) return undefined;
  const { message, detail, error, code } = membersOf(body);
  const sentence = [message, detail, error, membersOf(error)["message"]].find(isSentence);
  if (sentence === undefined) return undefined;
  return { message: sentence, details: body, ...(typeof code === "string" || typeof code === "number" ? { code } : {}) };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Record<string, unknown>; // Object() makes an object of anything
}

function isSentence(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
`;
}

const readFailureTest = `import { expect, test } from "vitest";
import { readFailure } from "./read-failure.ts";

const refused = new Response(null, { status: 400 });

test.each([
  [{ message: "No." }, "No."],
  [{ detail: "No." }, "No."],
  [{ error: "No." }, "No."],
  [{ error: { message: "No." } }, "No."],
  [{ other: "No." }, undefined],
  ["No.", undefined],
])("%j says %j", (body, message) => {
  expect(readFailure(body, refused)?.message).toBe(message);
});

test("a code is told, and a success is no failure", () => {
  expect(readFailure({ message: "No.", code: 7 }, refused)?.code).toBe(7);
  expect(readFailure({ message: "Done." }, new Response())).toBeUndefined();
});
`;
