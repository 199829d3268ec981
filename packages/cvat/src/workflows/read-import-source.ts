import { checkMembers, isPlainObject, type OptionRules } from "@labelwire/core";
import { id, text } from "./option-rules.ts";
import type { FileToUpload } from "./file-to-upload.ts";
import { planFile, type PlannedFile } from "./plan-files.ts";

/** A file in a cloud storage that the server knows. */
export interface CloudFile {
  readonly cloudStorageId: number;
  /** Its key in the storage. */
  readonly fileName: string;
}

/** What is imported: a file of yours, or one that the server reads by itself. */
export type FileToImport = FileToUpload | CloudFile;

/** What is imported, checked and opened. */
export type ImportSource =
  { readonly kind: "file"; readonly file: PlannedFile } | ({ readonly kind: "cloud" } & CloudFile);

const rules: OptionRules = { cloudStorageId: id, fileName: text };

/** @throws ConfigError for what is neither, and for a file that cannot be uploaded. */
export async function readImportSource(given: FileToImport): Promise<ImportSource> {
  if (!isPlainObject(given) || !("cloudStorageId" in given || "fileName" in given)) {
    // What is no file of a cloud storage is one to upload, and is checked as such.
    return { kind: "file", file: await planFile("file", given as FileToUpload) };
  }
  checkMembers("file", given, rules, ["cloudStorageId", "fileName"]);
  const { cloudStorageId, fileName } = given as Record<string, unknown> & CloudFile; // it has both: it has been checked
  return { kind: "cloud", cloudStorageId, fileName };
}
