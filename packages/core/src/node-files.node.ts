import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { ConfigError, LabelwireError } from "./errors.ts";
import type { FileToSave } from "./node-files.ts";
import { writeChunks } from "./write-chunks.node.ts";

/** Deno and Bun send a stream in chunks whatever its length, which storage services refuse. */
export function canStreamUploads(): boolean {
  return !("Deno" in globalThis) && !("Bun" in globalThis);
}

/**
 * Writes a file so that its target is either whole or untouched: into a temporary file beside it, which then takes its name.
 *
 * @returns The absolute path of the file.
 */
export async function saveFile(target: string, file: FileToSave): Promise<string> {
  const { operation, overwrite } = file;
  const destination = await resolveTarget(target, file);
  if (!overwrite && (await exists(destination))) throw alreadyThere(operation, destination);
  // A name that nobody can guess, and O_EXCL, so that nothing planted there is opened or followed.
  const temporary = path.join(path.dirname(destination), `.labelwire-${randomUUID()}.part`);
  try {
    await writeFile(temporary, file);
    await moveInto(temporary, destination, file);
  } catch (error) {
    // Should this fail too, what failed first is what to tell.
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw isSystemError(error) ? cannotWrite(operation, destination, error) : error;
  }
  return destination;
}

/**
 * The file at a path as a `Blob` that is read from disk as it is used, so that it can be sent more than once.
 *
 * @throws ConfigError for what is no file, or cannot be read.
 */
export async function openFile(location: string): Promise<Blob> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) throw cannotFetch(location);
  try {
    // Directories open too, and fail only when read.
    if (!(await fs.stat(location)).isFile()) throw cannotRead(location, "it is not a file");
    return await openAsBlob(location);
  } catch (error) {
    throw isSystemError(error) ? cannotRead(location, error.message, error) : error;
  }
}

async function resolveTarget(target: string, { name, operation }: FileToSave): Promise<string> {
  const location = path.resolve(target);
  try {
    if (/[/\\]$/.test(target)) await fs.mkdir(location, { recursive: true });
    return (await isDirectory(location)) ? path.join(location, name) : location;
  } catch (error) {
    throw isSystemError(error) ? cannotWrite(operation, location, error) : error;
  }
}

async function writeFile(temporary: string, { chunks }: FileToSave): Promise<void> {
  const handle = await fs.open(temporary, "wx");
  try {
    await writeChunks(handle, chunks);
  } finally {
    await handle.close();
  }
}

/** A hard link, unlike a rename, fails where something has come to stand at the destination meanwhile. */
async function moveInto(temporary: string, destination: string, { overwrite, operation }: FileToSave): Promise<void> {
  if (!overwrite) {
    try {
      await fs.link(temporary, destination);
      // Should this fail, the file is whole under its name all the same.
      await fs.rm(temporary).catch(() => undefined);
      return;
    } catch (error) {
      if (isSystemError(error) && error.code === "EEXIST") throw alreadyThere(operation, destination);
      // Some file systems have no hard links; there the check before has to do.
      if (await exists(destination)) throw alreadyThere(operation, destination);
    }
  }
  await fs.rename(temporary, destination);
}

async function isDirectory(location: string): Promise<boolean> {
  return fs.stat(location).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** True for a symbolic link too, wherever it leads. */
async function exists(location: string): Promise<boolean> {
  return fs.lstat(location).then(
    () => true,
    () => false,
  );
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function alreadyThere(operation: string, destination: string): ConfigError {
  const message = `${operation}: ${destination} exists already. Save elsewhere, or pass { overwrite: true }.`;
  return new ConfigError({ option: "target", operation, message });
}

function cannotWrite(operation: string, destination: string, error: NodeJS.ErrnoException): LabelwireError {
  const message = `${operation}: ${destination} cannot be written: ${error.message}`;
  const isTarget = ["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "EROFS", "EEXIST"].includes(error.code ?? "");
  return isTarget
    ? new ConfigError({ option: "target", operation, message, cause: error })
    : new LabelwireError({ operation, message, cause: error });
}

function cannotFetch(location: string): ConfigError {
  // A query may be a signature, and before an @ stands a password.
  const [shown = ""] = location.replace(/\/\/[^/]*@/, "//").split(/[?#]/, 1);
  const message = `${shown} is a URL and not the path of a file. Download it first, or use what the platform has for remote files.`;
  return new ConfigError({ option: "path", message });
}

function cannotRead(location: string, reason: string, cause?: unknown): ConfigError {
  return new ConfigError({ option: "path", message: `The file ${location} cannot be read: ${reason}`, cause });
}
