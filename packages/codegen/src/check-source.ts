import type { InputFile } from "./input-file.ts";
import { isJsonObject, member } from "./json-value.ts";
import { toPointer } from "./json-pointer.ts";
import type { Problem } from "./spec-error.ts";

const memberNames = ["kind", "url", "version", "date", "sha256", "licence"] as const;

/**
 * Checks `source.json`, which says where a specification is from, and that the specification is still the one it speaks of: what
 * is corrected belongs into the overlay, where it carries a reason.
 */
export function checkSource(source: InputFile, spec: InputFile): Problem[] {
  const { file } = source;
  if (!isJsonObject(source.value)) {
    return [{ file, problem: "it is not an object", mend: `write an object with ${memberNames.join(", ")}` }];
  }
  const problems: Problem[] = [];
  for (const name of memberNames) {
    const value = member(source.value, name);
    if (typeof value === "string" && value !== "") continue;
    problems.push({ file, pointer: toPointer([name]), problem: `"${name}" is missing`, mend: "write it as a string" });
  }
  for (const name of Object.keys(source.value)) {
    if ((memberNames as readonly string[]).includes(name)) continue;
    problems.push({
      file,
      pointer: toPointer([name]),
      problem: "unknown member",
      mend: `use ${memberNames.join(", ")}`,
    });
  }
  const kind = member(source.value, "kind");
  if (typeof kind === "string" && kind !== "upstream" && kind !== "documented") {
    problems.push({ file, pointer: "/kind", problem: "unknown kind", mend: 'write "upstream" or "documented"' });
  }
  const date = member(source.value, "date");
  if (typeof date === "string" && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    problems.push({ file, pointer: "/date", problem: "not a date", mend: "write it as 2026-01-31" });
  }
  const expected = member(source.value, "sha256");
  if (typeof expected === "string" && expected !== "" && expected !== spec.sha256) {
    problems.push({
      file: spec.file,
      problem: `it is not the file that ${file} speaks of; it was edited by hand (sha256 ${spec.sha256})`,
      mend: `undo the edit and make the correction in overlay.yaml; after fetching a newer one, write its sha256 into ${file}`,
    });
  }
  return problems;
}
