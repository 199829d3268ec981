import type { GenerateInput } from "./generate-files.ts";
import type { InputFile } from "./input-file.ts";
import type { JsonObject } from "./json-value.ts";
import { packageVersion } from "./package-version.ts";
import { parseSettings } from "./parse-settings.ts";

/** A compiled specification of this repository and the files that go with it. */
export interface PlatformFiles {
  /** The folder's name below `specs/`. */
  readonly platform: string;
  /** After the overlay, and validated. */
  readonly document: JsonObject;
  /** Of `openapi.yaml`. */
  readonly specSha256: string;
  readonly overlay: InputFile;
  readonly settings: InputFile;
}

/**
 * What the package of a platform is generated from.
 *
 * @throws SpecError where the settings are wrong.
 */
export function platformInput({ platform, document, specSha256, overlay, settings }: PlatformFiles): GenerateInput {
  return {
    document,
    settings: parseSettings(settings),
    names: { spec: `specs/${platform}/openapi.yaml`, settings: settings.file },
    provenance: {
      platform,
      specSha256,
      overlaySha256: overlay.sha256,
      generatorVersion: packageVersion(),
      command: `pnpm generate ${platform}`,
    },
    runtime: "@labelwire/core",
    packaged: { overlay: overlay.value, settings: settings.value },
  };
}
