import { member, type JsonObject } from "./json-value.ts";
import { samplePattern } from "./sample-pattern.ts";

/** Valid strings of the formats that platforms use. */
const samples: Readonly<Record<string, string>> = {
  "date-time": "2026-01-15T09:30:00Z",
  date: "2026-01-15",
  time: "09:30:00Z",
  duration: "PT1H",
  uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  email: "ada@example.com",
  uri: "https://example.com/",
  url: "https://example.com/",
  "uri-reference": "/path",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "YWJj",
  binary: "abc",
  // More than a number can hold, which is what such an integer is for.
  int64: "9007199254740993",
};

/** A string that fits the format, the pattern and the bounds of `schema`; whether it fits all at once is checked later. */
export function sampleString(schema: JsonObject): string {
  const pattern = member(schema, "pattern");
  if (typeof pattern === "string") return fitLength(samplePattern(pattern), schema);
  const format = member(schema, "format");
  const text = typeof format === "string" && Object.hasOwn(samples, format) ? samples[format] : undefined;
  return fitLength(text ?? "string", schema);
}

function fitLength(text: string, schema: JsonObject): string {
  const minimum = member(schema, "minLength");
  const maximum = member(schema, "maxLength");
  const padded =
    typeof minimum === "number" && text.length < minimum
      ? text.padEnd(Math.min(minimum, 10_000), text.at(-1) ?? "a")
      : text;
  return typeof maximum === "number" && padded.length > maximum ? padded.slice(0, maximum) : padded;
}
