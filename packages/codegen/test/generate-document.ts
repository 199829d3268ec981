import { generateFiles } from "../src/generate-files.ts";
import { toJsonValue } from "../src/to-json-value.ts";
import { parseSettings } from "../src/parse-settings.ts";
import { validateSpec } from "../src/validate-spec.ts";

/** Compiles a document as a platform package's, without files. */
export async function generateDocument(
  document: unknown,
  settings: unknown = { platform: "pets" },
  overlay: unknown = { overlay: "1.0.0", actions: [] },
): Promise<ReadonlyMap<string, string>> {
  const value = toJsonValue(settings, "codegen.json");
  const { files } = await generateFiles({
    document: validateSpec(toJsonValue(document, "openapi.yaml"), "openapi.yaml"),
    settings: parseSettings({ file: "codegen.json", value, sha256: "" }),
    names: { spec: "openapi.yaml", settings: "codegen.json" },
    provenance: {
      platform: "pets",
      specSha256: "0".repeat(64),
      overlaySha256: undefined,
      generatorVersion: "1.0.0",
      command: "pnpm generate pets",
    },
    runtime: "@labelwire/core",
    packaged: { overlay: toJsonValue(overlay, "overlay.yaml"), settings: value },
  });
  return files;
}
