import { checkMembers, type OptionRules } from "@labelwire/core";
import { dataType, name } from "./option-rules.ts";

/** What a new dataset is. */
export interface DatasetFields {
  /** What the dataset is called, at most 60 bytes in UTF-8. */
  readonly name: string;
  /** 2 for 2D data, 3 for 3D data. */
  readonly dataType: 2 | 3;
  /** How the files are laid out. Default: 0, one folder per sensor, which is all that is documented. */
  readonly fileTreeType?: number | undefined;
}

const rules: OptionRules = {
  name,
  dataType,
  fileTreeType: [(value) => Number.isInteger(value), "a whole number"],
};

/**
 * The fields, with their defaults.
 *
 * @throws ConfigError for one that cannot be used.
 */
export function readFields(fields: DatasetFields): DatasetFields & { readonly fileTreeType: number } {
  checkMembers("fields", fields, rules, ["name", "dataType"]);
  return { name: fields.name, dataType: fields.dataType, fileTreeType: fields.fileTreeType ?? 0 };
}
