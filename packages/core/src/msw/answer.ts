import { writeExactJson } from "../exact-json.ts";
import type { MockOperation, MockResponse } from "./mock-data.ts";

/** Why there is no success; it is answered in the platform's own shape. */
export interface Refusal {
  readonly refusal: { readonly status: number; readonly message: string };
}

/** An answer before it is a `Response`: a documented success with its body, or a refusal. */
export type Answer = { readonly status: number; readonly response: MockResponse; readonly body: unknown } | Refusal;

/** The first documented answer, which is the default success. */
export function defaultResponse({ responses }: MockOperation): readonly [status: number, response: MockResponse] {
  return responses[0] ?? [200, {}];
}

/** The answer as a `Response`, in its documented media type. */
export function toResponse({ status, response, body }: Extract<Answer, { status: number }>): Response {
  if (response.mediaType === undefined || body === undefined || isBodiless(status))
    return new Response(null, { status });
  const isJson = /[/+]json\b/.test(response.mediaType);
  const content = isJson ? toJson(body, response) : toBytes(body);
  return new Response(content, { status, headers: { "content-type": response.mediaType } });
}

function toJson(body: unknown, { integers }: MockResponse): string {
  return integers
    ? writeExactJson(body, integers, { option: "body", operation: "The mock's answer" })
    : JSON.stringify(body);
}

/** Statuses whose answer cannot have a body; `Response` refuses to be made with one. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function toBytes(body: unknown): Blob | string {
  if (body instanceof Blob || typeof body === "string") return body;
  return JSON.stringify(body);
}
