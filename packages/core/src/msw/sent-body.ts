import { isPlainObject } from "../is-plain-object.ts";
import type { Exchange } from "./exchange.ts";
import type { Item } from "./seed-items.ts";

/** The members of a request's body; empty where it has none. */
export function sentBody({ body }: Pick<Exchange, "body">): Item {
  return isPlainObject(body) ? body : {};
}
