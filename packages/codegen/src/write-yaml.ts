import { dump } from "js-yaml";
import type { JsonValue } from "./json-value.ts";

/**
 * A value as YAML text, always the same for the same value. Strings that YAML 1.1 would take for something else (`no`, `12:30`) are
 * quoted, since other tools still read that.
 */
export function writeYaml(value: JsonValue): string {
  return dump(value, { lineWidth: -1, noRefs: true, quoteStyle: "double" });
}
