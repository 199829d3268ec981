import { checkMembers, ConfigError, openFile, type OptionRules } from "@labelwire/core";
import type { AssetFields, DataToUpload, FileToUpload, PathToUpload } from "./file-to-upload.ts";
import { names, object, text } from "./option-rules.ts";

/** A file whose bytes are at hand and whose name is good. */
export interface PlannedUpload {
  readonly name: string;
  readonly externalId: string;
  readonly body: Blob | ArrayBuffer | ArrayBufferView;
  readonly size: number;
  /** What else its asset gets. */
  readonly fields: Omit<AssetFields, "externalId">;
}

type Fields = Partial<DataToUpload> & Partial<PathToUpload>;

const rules: OptionRules = {
  name: text,
  path: text,
  data: [(value) => isBlob(value) || isBytes(value), "a Blob, an ArrayBuffer or a view of one"],
  externalId: text,
  batches: names,
  metadata: object,
  contextData: object,
};

/**
 * Opens and checks every file before anything is sent: what is wrong with the last of a thousand is known at once.
 *
 * @throws ConfigError naming the file's place in the list.
 */
export async function planUploads(option: string, files: readonly FileToUpload[]): Promise<readonly PlannedUpload[]> {
  const planned: PlannedUpload[] = [];
  for (const [index, file] of files.entries()) planned.push(await planUpload(`${option}[${index}]`, file));
  // Two files of one name may end up under one address in the storage, where the second replaces the first.
  checkUnique(option, planned, "name", "Give one of them another name.");
  checkUnique(option, planned, "externalId", "Give each its own externalId.");
  return planned;
}

async function planUpload(option: string, file: FileToUpload): Promise<PlannedUpload> {
  const given = toFields(file);
  checkMembers(option, given, rules);
  const { path, data, externalId, name: givenName, ...fields } = given;
  if ((path === undefined) === (data === undefined)) throw fault(option, "needs either data or path");
  const body = data ?? (await openFile(path ?? ""));
  const name = givenName ?? path?.split(/[/\\]/).at(-1) ?? nameOf(body);
  checkName(`${option}.name`, name);
  const size = isBlob(body) ? body.size : body.byteLength;
  if (size === 0) throw fault(option, `, ${name}, is empty; the platform can make no asset of it`);
  return { name, externalId: externalId ?? name, body, size, fields };
}

function toFields(file: FileToUpload): Fields {
  if (typeof file === "string") return { path: file };
  return isBlob(file) ? { data: file } : file;
}

function isBytes(value: unknown): boolean {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** Not `instanceof`: a test runner's DOM has a Blob of its own. */
function isBlob(value: unknown): value is Blob {
  return typeof value === "object" && value !== null && "size" in value && "slice" in value;
}

function nameOf(body: DataToUpload["data"]): string {
  return "name" in body && typeof body.name === "string" ? body.name : "";
}

/** The platform tells what a file is by its extension; a folder in the name would decide where in the storage it goes. */
function checkName(option: string, name: string): void {
  if (name === "") throw fault(option, "is required: these bytes have no name of their own");
  if (/[/\\\u0000-\u001f\u007f]/.test(name)) throw fault(option, "must not hold slashes or control characters");
  if (!/[^.]\.[^.\s]+$/.test(name))
    throw fault(option, `must end with an extension such as .jpg; ${JSON.stringify(name)} does not`);
}

function checkUnique(
  option: string,
  planned: readonly PlannedUpload[],
  member: "name" | "externalId",
  advice: string,
): void {
  const seen = new Map<string, number>();
  for (const [index, { [member]: value }] of planned.entries()) {
    const first = seen.get(value);
    if (first !== undefined) {
      throw fault(
        `${option}[${index}].${member}`,
        `is the same as that of ${option}[${first}], ${value}. ${advice}`,
        "",
      );
    }
    seen.set(value, index);
  }
}

function fault(option: string, problem: string, end = "."): ConfigError {
  const space = problem.startsWith(",") ? "" : " ";
  return new ConfigError({ option, message: `${option}${space}${problem}${end}` });
}
