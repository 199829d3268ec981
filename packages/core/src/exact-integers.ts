import type { CallInit } from "./call-options.ts";
import { parseExactJson, writeExactJson } from "./exact-json.ts";
import { integerDigits } from "./integer-digits.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { mapPlaces } from "./map-places.ts";
import type { OperationInfo } from "./operation.ts";

const BODY = "/body";

/** How 64-bit integers travel. Only a platform that has them names one, so that no other client carries its code. */
export interface IntegerCodec {
  /**
   * The call with its 64-bit integers as they are sent: digits in parameters, JSON integers in the body.
   *
   * @throws ConfigError naming the parameter, for what is no 64-bit integer, and for a `number` that has lost digits.
   */
  readonly send: (init: CallInit, info: OperationInfo) => CallInit;
  /** Parses JSON: integers at `places`, and others that a number cannot hold, come as strings of digits. */
  readonly parse: (text: string, places?: readonly string[]) => unknown;
}

/**
 * Sends and reads 64-bit integers with all their digits, in every runtime. An operation says where it has them
 * (`OperationTraits.integers`).
 */
export const exactIntegers: IntegerCodec = {
  send(init, info) {
    const { params, body } = init;
    const { id, integers: { sent = [] } = {} } = info;
    const digits = { change: (value: unknown, name: string): unknown => integerDigits(value, name, id) };
    const inBody = sent.filter((place) => place.startsWith(BODY)).map((place) => place.slice(BODY.length));
    const inParams = sent.filter((place) => !place.startsWith(BODY));
    return {
      ...init,
      // What goes in comes out with other values in the same places.
      ...(params && { params: mapPlaces(params, inParams, { name: "params", ...digits }) as typeof params }),
      ...(inBody.length > 0 && { body: sendBody(body, inBody, info) }),
    };
  },
  parse: (text, places = []) => parseExactJson(text, places),
};

function sendBody(body: unknown, places: readonly string[], { id, request = "json" }: OperationInfo): unknown {
  // Bytes and forms that were made by hand are sent as they are.
  if (!isPlainObject(body) && !Array.isArray(body)) return body;
  if (request !== "json") {
    return mapPlaces(body, places, { name: "body", change: (value, name) => integerDigits(value, name, id) });
  }
  const text = writeExactJson(body, places, { option: "body", operation: id });
  return new Blob([text], { type: "application/json" });
}
