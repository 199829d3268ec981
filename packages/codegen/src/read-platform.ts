import { join } from "node:path";
import { applyOverlay } from "./apply-overlay.ts";
import { checkSource } from "./check-source.ts";
import type { GenerateInput } from "./generate-files.ts";
import { readInput } from "./input-file.ts";
import { parseOverlay } from "./parse-overlay.ts";
import { platformInput } from "./platform-input.ts";
import { refuse } from "./spec-error.ts";
import { validateSpec } from "./validate-spec.ts";

/**
 * Reads `specs/<platform>/` of this repository and compiles it.
 *
 * @param root - The repository.
 * @param platform - The folder's name.
 * @throws SpecError with everything that is wrong in the first step that fails.
 */
export async function readPlatform(root: string, platform: string): Promise<GenerateInput> {
  const folder = `specs/${platform}`;
  const read = (name: string, mend: string) => readInput(join(root, folder, name), `${folder}/${name}`, mend);
  const spec = await read("openapi.yaml", `write the interface to ${folder}/openapi.yaml`);
  const source = await read(
    "source.json",
    "say there where openapi.yaml is from: kind, url, version, date, sha256, licence",
  );
  const overlay = await read("overlay.yaml", "write `overlay: 1.0.0` with its actions");
  const settings = await read("codegen.json", 'write at least { "platform": "<name>" }');
  refuse(checkSource(source, spec));
  const { document, problems } = applyOverlay(spec.value, parseOverlay(overlay), overlay.file);
  refuse(problems);
  const validated = validateSpec(document, spec.file);
  return platformInput({ platform, document: validated, specSha256: spec.sha256, overlay, settings });
}
