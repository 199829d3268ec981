import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isJsonObject, member, type JsonValue } from "./json-value.ts";
import { SpecError } from "./spec-error.ts";
import { toJsonValue } from "./to-json-value.ts";

/** What an installed platform package says to the generator. */
export interface PlatformPackage {
  /** The package's name, which generated code imports its run time from. */
  readonly name: string;
  readonly overlay: JsonValue;
  readonly settings: JsonValue;
}

/**
 * Loads the `./codegen` entry of a platform package.
 *
 * @param platform - The name of an installed package, or a path to its folder.
 * @param folder - The user's project, from which the package is looked up.
 * @throws SpecError where the package is not installed or is not a platform.
 */
export async function loadPlatformPackage(platform: string, folder: string): Promise<PlatformPackage> {
  const isFolder = platform.startsWith(".") || isAbsolute(platform);
  const name = isFolder ? await packageName(resolve(folder, platform), platform) : platform;
  const entry = resolveEntry({ name, folder: isFolder ? resolve(folder, platform) : folder, platform });
  const loaded: unknown = await import(pathToFileURL(entry).href);
  if (typeof loaded !== "object" || loaded === null || !("overlay" in loaded) || !("settings" in loaded)) {
    throw notPlatform(platform, "its codegen entry has no overlay and settings");
  }
  const label = `${name}/codegen`;
  return { name, overlay: toJsonValue(loaded.overlay, label), settings: toJsonValue(loaded.settings, label) };
}

function resolveEntry({ name, folder, platform }: { name: string; folder: string; platform: string }): string {
  try {
    // A package may refer to itself by name, so the same look-up serves a folder.
    return createRequire(join(folder, "package.json")).resolve(`${name}/codegen`);
  } catch {
    throw notPlatform(platform, "it is not installed here, or it has no entry ./codegen");
  }
}

async function packageName(folder: string, platform: string): Promise<string> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const name = isJsonObject(manifest) ? member(manifest, "name") : undefined;
    if (typeof name === "string") return name;
  } catch {
    throw notPlatform(platform, "the folder has no package.json that can be read");
  }
  throw notPlatform(platform, "its package.json has no name");
}

function notPlatform(platform: string, problem: string): SpecError {
  const mend =
    "install the client of your platform, and name its package, such as @labelwire/<platform>, or its folder";
  return new SpecError([{ file: platform, problem, mend }]);
}
