import { stringify } from "yaml";
import type { JsonValue } from "./json-value.ts";

/**
 * A value as YAML text, always the same for the same value. Strings that YAML 1.1 would take for something else (`no`, `12:30`) are
 * quoted, since other tools still read that.
 */
export function writeYaml(value: JsonValue): string {
  return stringify(value, { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0, indentSeq: true });
}
