import { isConfigError, parseCallback, verifyCallback, type Schema } from "@labelwire/stardust";
import { createHash } from "node:crypto";
import { describe, expect, expectTypeOf, test } from "vitest";

const keys = { accessKey: "AKADA", secretKey: "secret-of-ada" };
const now = 1_715_948_940_207;
const clock = { now: () => now };

function sign(timestamp: string | number, { accessKey, secretKey } = keys): Record<string, string> {
  const signature = createHash("md5").update(`${timestamp}&${secretKey}&${accessKey}`).digest("hex");
  return { "x-stardust-key": accessKey, "x-ts": String(timestamp), "x-sign": signature };
}

describe("verifyCallback", () => {
  test.each<[name: string, headers: Record<string, string>, expected: boolean]>([
    ["signed just now", sign(now), true],
    ["signed 23 hours ago, as a repeated delivery may be", sign(now - 82_800_000), true],
    ["signed two days ago", sign(now - 172_800_000), false],
    ["signed in the far future", sign(now + 600_000), false],
    ["signed by another", sign(now, { accessKey: "AKADA", secretKey: "other" }), false],
    ["of another key", { ...sign(now), "x-stardust-key": "AKBEN" }, false],
    ["with another time", { ...sign(now), "x-ts": String(now - 1) }, false],
    ["with a signature in capitals", { ...sign(now), "x-sign": String(sign(now)["x-sign"]).toUpperCase() }, true],
    ["with the key alone", { "x-stardust-key": "AKADA" }, false],
    ["with a time that is none", { ...sign("soon") }, false],
    ["without headers", {}, false],
  ])("a callback %s", (_, headers, expected) => {
    expect(verifyCallback({ headers: new Headers(headers), ...keys, clock })).toBe(expected);
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect(verifyCallback({ headers: upper, ...keys, clock })).toBe(expected);
  });

  test("takes a shorter age, and refuses keys that anyone has", () => {
    const headers = sign(now - 61_000);
    expect(verifyCallback({ headers, ...keys, clock, maxAgeMs: 60_000 })).toBe(false);
    expect(verifyCallback({ headers, ...keys, clock, maxAgeMs: 62_000 })).toBe(true);
    expect(() => verifyCallback({ headers, accessKey: "AKADA", secretKey: "" })).toThrow(/callback\.secretKey/);
    // @ts-expect-error there is no such member
    expect(() => verifyCallback({ headers, ...keys, maxAge: 1 })).toThrow(/maxAge/);
  });

  test("reads the time from the system by default", () => {
    expect(verifyCallback({ headers: sign(Date.now()), ...keys })).toBe(true);
  });
});

describe("parseCallback", () => {
  const body =
    '{"taskId":"358183635683250176","status":"completed","task":{"taskId":"358183635683250176","status":9,' +
    '"appendInfo":{"projectInfo":{"projectId":358183635683250176}},"result":{"notes":[{"taskId":358183635683250176}]}}}';

  test.each([
    ["text", body],
    ["bytes", new TextEncoder().encode(body)],
  ])("reads %s, with every id exact", (_, given) => {
    const event = parseCallback(given);
    expectTypeOf(event).toEqualTypeOf<Schema<"CallbackEvent">>();
    expect(event).toMatchObject({ taskId: "358183635683250176", status: "completed" });
    expect(event.task?.appendInfo?.projectInfo?.projectId).toBe("358183635683250176");
    expect(event.task?.result?.notes?.[0]?.taskId).toBe("358183635683250176");
  });

  test("keeps a status that is not documented", () => {
    expect(parseCallback('{"taskId":"1","status":"Approved"}').status).toBe("Approved");
  });

  test("takes a task's id as an integer too, exact", () => {
    const text = '{"taskId":358183635683250176,"status":"completed","task":{"taskId":7}}';
    expect(parseCallback(text)).toEqual({ taskId: "358183635683250176", status: "completed", task: { taskId: "7" } });
  });

  test("refuses what was parsed before, which has lost digits", () => {
    // What JavaScript callers can pass.
    const parsed = JSON.parse(body) as string;
    expect(() => parseCallback(parsed)).toThrow(/neither text nor bytes/);
    expect(parseCallback(new TextEncoder().encode(body).buffer).taskId).toBe("358183635683250176");
    expect(parseCallback(Buffer.from(body)).taskId).toBe("358183635683250176");
  });

  test.each(["", "{", "[]", '{"taskId":1.5,"status":"completed"}', '{"taskId":"1"}', "null"])("refuses %j", (text) => {
    const parse = (): unknown => parseCallback(text);
    expect(parse).toThrow(/is not that of a callback/);
    try {
      parse();
    } catch (error) {
      expect(isConfigError(error) && error.option).toBe("body");
    }
  });
});
