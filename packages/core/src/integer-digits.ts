import { configFault } from "./config-fault.ts";

const LIMIT = 2n ** 63n;

/**
 * The digits of a 64-bit integer that is to be sent, without leading zeros; null and undefined as they are.
 *
 * @throws ConfigError naming `option`, for what is no whole number, does not fit 64 bits, or is a `number` beyond
 * `Number.MAX_SAFE_INTEGER`, which may have been rounded before it came here.
 */
export function integerDigits(value: unknown, option: string, operation?: string): string | null | undefined {
  if (value === undefined || value === null) return value;
  const text = typeof value === "bigint" || typeof value === "number" ? String(value) : value;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw configFault(
      option,
      "is a number beyond 2^53, which may have lost digits; pass a string or a bigint",
      operation,
    );
  }
  if (typeof text !== "string" || !/^-?\d{1,40}$/.test(text)) {
    throw configFault(option, "must be a whole number: a string of digits, a bigint or a safe integer", operation);
  }
  const integer = BigInt(text);
  if (integer < -LIMIT || integer >= LIMIT) throw configFault(option, "does not fit 64 bits", operation);
  return String(integer);
}
