import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFailure } from "./read-failure.ts";

const answer = (status: number): Response => new Response(null, { status });
const permission = "You do not have permission to perform this action.";

describe("a failure is read from", () => {
  test.each<[string, number, unknown, string, unknown]>([
    ["{ detail }", 404, { detail: "Not found." }, "Not found.", undefined],
    [
      "{ message }, as the hosted service sends for its limits",
      403,
      { message: "Over quota" },
      "Over quota",
      undefined,
    ],
    [
      "messages by field",
      400,
      { name: ["This field is required."], subset: ["Too long.", "Not allowed."] },
      "name: This field is required.; subset: Too long.; subset: Not allowed.",
      { fields: { name: ["This field is required."], subset: ["Too long.", "Not allowed."] } },
    ],
    [
      "messages nested as the body that was sent",
      400,
      { labels: [{}, { name: ["Blank."], attributes: [{ values: { 0: ["Bad."] } }] }] },
      "labels[1].name: Blank.; labels[1].attributes[0].values.0: Bad.",
      { fields: { "labels[1].name": ["Blank."], "labels[1].attributes[0].values.0": ["Bad."] } },
    ],
    [
      "non_field_errors, at the root and within",
      400,
      { non_field_errors: ["Either.", "Or."], labels: [{ non_field_errors: ["Twice."] }] },
      "Either.; Or.; labels[0]: Twice.",
      { fields: { "labels[0]": ["Twice."] }, messages: ["Either.", "Or."] },
    ],
    [
      "a bare list",
      400,
      ["Task already has data."],
      "Task already has data.",
      { messages: ["Task already has data."] },
    ],
    ["a JSON string", 400, "Use the other endpoint", "Use the other endpoint", undefined],
    [
      "plain text that is said to be HTML",
      404,
      "There is no request with specified id",
      "There is no request with specified id",
      undefined,
    ],
    ["text over lines", 500, "Traceback:\n  File x\n  KeyError: 'y'", "Traceback: File x KeyError: 'y'", undefined],
    ["{ detail } that is a list", 400, { detail: ["One.", "Two."] }, "One.; Two.", { messages: ["One.", "Two."] }],
    [
      "messages that are no text",
      400,
      { count: [3], ok: false, no: null },
      "count: 3; ok: false",
      {
        fields: { count: ["3"], ok: ["false"] },
      },
    ],
    [
      "{ rq_id } beside 409",
      409,
      { rq_id: "action=export&target=task&target_id=5" },
      "the same work is under way already, as request action=export&target=task&target_id=5",
      { rq_id: "action=export&target=task&target_id=5" },
    ],
  ])("%s", (_, status, body, message, details) => {
    expect(readFailure(body, answer(status))).toEqual({ message, details });
  });

  test("many messages, of which five are in the sentence and all in the details", () => {
    const body = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`f${index}`, ["Bad."]]));
    const failure = readFailure(body, answer(400));
    expect(failure?.message).toMatch(/^f0: Bad\.; .* f4: Bad\.; and 3 more$/);
    expect(failure?.details).toEqual({ fields: body });
  });
});

describe("a hint says what to do about", () => {
  test.each<[string, number, unknown, RegExp]>([
    [
      "a failed CSRF check",
      403,
      { detail: "CSRF Failed: CSRF token missing." },
      /^CSRF Failed.* \(a session .* access token\)$/,
    ],
    ["a write with a read-only token", 403, { detail: permission }, /the access token is read-only/],
    ["an unknown organization", 404, { detail: "nope organization does not exist." }, /`organization`: it is the slug/],
    ["an organization given twice", 400, ['You cannot specify "org_id" with "org"'], /client sends its organization/],
    ["throttling", 429, { detail: "Request was throttled. Expected available in 59 seconds." }, /maxDelayMs/],
    ["data that is not ready", 429, "", /being prepared, and not ready yet/],
  ])("%s", (_, status, body, hint) => {
    expect(readFailure(body, answer(status))?.message).toMatch(hint);
  });

  test("a baseUrl that ends in /api, where the answer is a page or nothing", () => {
    const hint = { message: "`baseUrl` is what stands before /api" };
    const answerOf = (url: string, status = 404): Response =>
      Object.defineProperty(answer(status), "url", { value: url });
    const twice = answerOf("https://annotate.example.com/api/api/tasks/7");
    expect(readFailure("<h1>Not Found</h1>", twice)).toEqual(hint);
    expect(readFailure("", twice)).toEqual(hint);
    expect(readFailure({ detail: "Not found." }, twice)?.message).toBe("Not found.");
    expect(readFailure("", answerOf("https://annotate.example.com/api/tasks/7"))).toBeUndefined();
    expect(readFailure("", answerOf("https://annotate.example.com/api/api/tasks", 500))).toBeUndefined();
  });

  test("nothing else", () => {
    expect(readFailure({ detail: "Not found." }, answer(404))?.message).toBe("Not found.");
    expect(readFailure({ detail: permission }, answer(400))?.message).toBe(permission);
  });
});

describe("no failure is read from", () => {
  test.each<[string, unknown, number]>([
    ["a success, whatever it holds", { detail: "x", message: "y" }, 200],
    ["an HTML page, whose title the core reads", "\n<!DOCTYPE html><title>Server Error (500)</title>", 500],
    ["a page of a gateway", "<html><h1>502 Bad Gateway</h1></html>", 502],
    ["nothing", "", 500],
    ["an empty object", {}, 400],
    ["null", null, 400],
    ["blanks", { name: [" "] }, 400],
  ])("%s", (_, body, status) => {
    expect(readFailure(body, answer(status))).toBeUndefined();
  });
});

describe("whatever the server sends", () => {
  const status = fc.constantFrom(400, 401, 403, 404, 406, 409, 429, 500);

  test("it never throws, and any message is a sentence", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), status, (body, code) => {
        const failure = readFailure(body, answer(code));
        if (failure !== undefined) expect(failure.message.trim()).not.toBe("");
      }),
    );
  });

  test("depth, length and names that mean something to JavaScript do no harm", () => {
    const deep: unknown = JSON.parse("[".repeat(5_000) + '"x"' + "]".repeat(5_000));
    expect(readFailure(deep, answer(400))).toBeUndefined();
    const long = Array.from({ length: 200_000 }, () => "Bad.");
    expect(readFailure(long, answer(400))?.message).toContain("and 995 more");
    const body: unknown = JSON.parse('{"__proto__": ["Bad."], "constructor": {"prototype": ["Worse."]}}');
    const details = readFailure(body, answer(400))?.details;
    expect(JSON.stringify(details)).toContain('"__proto__":["Bad."]');
    expect(({} as { 0?: unknown })[0]).toBeUndefined();
  });
});
