import { writeZip } from "@labelwire/core/msw";
import type { LabeledData } from "./annotations.ts";
import type { Target } from "./targets.ts";
import { tinyImage } from "./tiny-image.ts";

/** The archive that an export is downloaded as: what is exported and its annotations as JSON, and a picture where pictures are wanted. */
export function exportArchive(
  { kind, item }: Target,
  { annotations, withImages }: { readonly annotations: LabeledData; readonly withImages: boolean },
): Uint8Array<ArrayBuffer> {
  return writeZip([
    { name: `${kind}.json`, content: JSON.stringify(item) },
    { name: "annotations.json", content: JSON.stringify(annotations) },
    ...(withImages ? [{ name: "images/000000.png", content: tinyImage }] : []),
  ]);
}
