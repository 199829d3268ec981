import { checkMembers, isPlainObject, type OptionRules } from "@labelwire/core";
import { id, names } from "./option-rules.ts";
import { uploadFault } from "./upload-fault.ts";
import type { FileToUpload } from "./file-to-upload.ts";

/** Files that the server fetches by itself. */
export interface RemoteData {
  /** Their direct http or https addresses. */
  readonly remoteFiles: readonly string[];
}

/** Files on the share that is mounted into the server. */
export interface ServerData {
  /** Their paths, or those of folders. */
  readonly serverFiles: readonly string[];
}

/** Files in a cloud storage that the server knows. */
export interface CloudData {
  /** The id of the storage. */
  readonly cloudStorageId: number;
  /** Their keys in the storage, folders, or a manifest. */
  readonly files: readonly string[];
}

/** Where a task's data comes from: files of yours, or a place that the server reads from. */
export type TaskData = readonly FileToUpload[] | RemoteData | ServerData | CloudData;

/** What the server reads by itself, as members of `DataRequest`. */
export type RemoteSource =
  { readonly remote_files: string[] } | { readonly server_files: string[]; readonly cloud_storage_id?: number };

const rules: OptionRules = { remoteFiles: names, serverFiles: names, cloudStorageId: id, files: names };

/**
 * The files to upload, or what to tell the server instead.
 *
 * @throws ConfigError for data that is neither, or more than one of them.
 */
export function readTaskSource(data: TaskData): readonly FileToUpload[] | RemoteSource {
  if (Array.isArray(data)) return requireFiles(data as readonly FileToUpload[]); // isArray() does not narrow readonly arrays
  if (!isPlainObject(data))
    throw uploadFault(
      "data",
      "must be a list of files, or an object with remoteFiles, serverFiles, or cloudStorageId and files",
    );
  checkMembers("data", data, rules);
  const { remoteFiles, serverFiles, cloudStorageId, files }: Partial<RemoteData & ServerData & CloudData> =
    data as object; // a plain object whose members have been checked
  const given = [remoteFiles, serverFiles, cloudStorageId ?? files].filter((member) => member !== undefined);
  if (given.length !== 1)
    throw uploadFault("data", "needs one of remoteFiles, serverFiles, and cloudStorageId with files");
  if (remoteFiles !== undefined) {
    const malformed = remoteFiles.findIndex((address) => !isAddress(address) || !URL.canParse(address));
    if (malformed !== -1) throw uploadFault(`data.remoteFiles[${malformed}]`, "must be an http or https address");
    return { remote_files: [...remoteFiles] };
  }
  if (serverFiles !== undefined) return { server_files: [...serverFiles] };
  if (cloudStorageId === undefined) throw uploadFault("data.cloudStorageId", "is required with files");
  if (files === undefined) throw uploadFault("data.files", "is required with cloudStorageId");
  return { server_files: [...files], cloud_storage_id: cloudStorageId };
}

/** Opened as a path, an address would be a file that is not there. */
function requireFiles(files: readonly FileToUpload[]): readonly FileToUpload[] {
  const place = files.findIndex((file) => typeof file === "string" && isAddress(file));
  if (place === -1) return files;
  throw uploadFault(`data[${place}]`, "is an address, not a file: give what the server is to fetch as { remoteFiles }");
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
