import { checkMembers, systemClock, type Clock } from "@labelwire/core";
import { signTimestamp } from "../sign-request.ts";
import { text } from "./option-rules.ts";

/** A callback as it arrived, and whose it should be. */
export interface CallbackToVerify {
  /** The headers of the request: a `Headers`, or an object as Node gives it. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The access key of whoever made the task. */
  readonly accessKey: string;
  readonly secretKey: string;
  /**
   * How old a signature may be, in milliseconds. Default: 86,400,000 (24 hours), because the platform tries again for so long, and
   * does not say whether it signs anew. Nothing but the time is signed, so that a shorter one is a safer one.
   */
  readonly maxAgeMs?: number | undefined;
  /** Where time comes from. Default: the system. */
  readonly clock?: Pick<Clock, "now"> | undefined;
}

// Clocks differ a little; a signature from the far future could be used for long.
const futureMs = 300_000;

/**
 * True if a callback was signed with the key pair, not too long ago. Compared in constant time.
 *
 * The platform signs a callback as it has requests signed: `X-STARDUST-KEY`, `X-TS` and `X-SIGN`. The body is not part of the
 * signature, so receive callbacks over HTTPS, and fetch what matters with `get_task`.
 *
 * An earlier page of the documentation names `X-STARDUST-KEY` alone; a callback without a signature is false here.
 *
 * @throws ConfigError if a key is empty or a member is misspelt.
 *
 * @example
 * if (!verifyCallback({ headers: request.headers, accessKey, secretKey })) return new Response(null, { status: 401 });
 * const { taskId, status, task } = parseCallback(await request.text());
 */
export function verifyCallback(callback: CallbackToVerify): boolean {
  const duration = [
    (value: unknown) => typeof value === "number" && value > 0,
    "a positive number of milliseconds",
  ] as const;
  const rules = { headers: undefined, accessKey: text, secretKey: text, maxAgeMs: duration, clock: undefined };
  checkMembers("callback", callback, rules, ["headers", "accessKey", "secretKey"]);
  const { headers, accessKey, secretKey, maxAgeMs = 86_400_000, clock = systemClock } = callback;
  const timestamp = readHeader(headers, "x-ts") ?? "";
  const signature = readHeader(headers, "x-sign") ?? "";
  if (!/^\d{1,16}$/.test(timestamp)) return false;
  const ageMs = clock.now() - Number(timestamp);
  if (ageMs > maxAgeMs || ageMs < -futureMs) return false;
  const hasKey = isEqual(readHeader(headers, "x-stardust-key") ?? "", accessKey);
  return isEqual(signature.toLowerCase(), signTimestamp(timestamp, { accessKey, secretKey })) && hasKey;
}

function readHeader(headers: CallbackToVerify["headers"], name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === "string" ? found : undefined;
}

/** Not `instanceof`: they may come from another realm, or from a library's own class. */
function isHeaders(headers: CallbackToVerify["headers"]): headers is Headers {
  return typeof headers.get === "function";
}

/** How long it takes does not tell where two texts differ. */
function isEqual(first: string, second: string): boolean {
  let difference = first.length ^ second.length;
  for (let index = 0; index < second.length; index += 1) {
    difference |= first.charCodeAt(index) ^ second.charCodeAt(index);
  }
  return difference === 0;
}
