import { join } from "node:path";
import { applyOverlay } from "./apply-overlay.ts";
import { generateFiles } from "./generate-files.ts";
import { readInput } from "./input-file.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { parseOverlay } from "./parse-overlay.ts";
import { platformInput } from "./platform-input.ts";
import { SpecError, type Problem } from "./spec-error.ts";
import { validateSpec } from "./validate-spec.ts";

/** A refreshed interface and what it replaces. */
export interface RefreshedInterface {
  readonly root: string;
  readonly platform: string;
  readonly document: JsonObject;
  /** Of the new `openapi.yaml`. */
  readonly specSha256: string;
  /** The interface that it replaces; undefined where there is none. */
  readonly before: JsonValue | undefined;
}

/** A refreshed specification, compiled as far as it goes. */
export interface CompiledRefresh {
  /** After those actions of the overlay that still fit; undefined where no client can be made of that. */
  readonly document: JsonObject | undefined;
  /** The specification that it replaces, after the overlay; undefined where there is none that can be compiled. */
  readonly before: JsonObject | undefined;
  /** The package's files by name; empty where there are problems. */
  readonly files: ReadonlyMap<string, string>;
  /** What no longer fits: actions of the overlay, settings, samples. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles a refreshed interface with the overlay and the settings of its platform.
 *
 * @throws SpecError where the overlay or the settings are not there or cannot be read.
 */
export async function compileRefreshed(refreshed: RefreshedInterface): Promise<CompiledRefresh> {
  const { root, platform, specSha256 } = refreshed;
  const folder = `specs/${platform}`;
  const read = (name: string, mend: string) => readInput(join(root, folder, name), `${folder}/${name}`, mend);
  const overlay = await read("overlay.yaml", "write `overlay: 1.0.0` with `actions: []`");
  const settings = await read("codegen.json", `write at least { "platform": "${platform}" }`);
  const actions = parseOverlay(overlay);
  const compile = ({ document, problems }: Compilation): JsonObject => {
    const applied = applyOverlay(document, actions, overlay.file);
    problems.push(...applied.problems);
    return validateSpec(applied.document, `${folder}/openapi.yaml`);
  };
  const old = refreshed.before;
  // What does not fit the old interface goes with it.
  const before = old === undefined ? undefined : await attempt([], () => compile({ document: old, problems: [] }));
  const problems: Problem[] = [];
  const document = await attempt(problems, () => compile({ document: refreshed.document, problems }));
  if (document === undefined) return { document, before, files: new Map(), problems };
  const generated = await attempt(problems, () =>
    generateFiles(platformInput({ platform, document, specSha256, overlay, settings })),
  );
  return { document, before, files: problems.length > 0 ? new Map() : (generated?.files ?? new Map()), problems };
}

interface Compilation {
  readonly document: JsonValue;
  readonly problems: Problem[];
}

/** The result, or undefined where there were problems, which are added to those given. */
async function attempt<T>(problems: Problem[], work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
