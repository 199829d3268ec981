import { writeZip, type Item } from "@labelwire/core/msw";

/** The archive that an export is downloaded as: one file of JSON or of JSON lines, or one file for each item. */
export function exportArchive(items: readonly Item[], format: unknown): Uint8Array<ArrayBuffer> {
  if (format === "ndjson") {
    const lines = items.map((item) => `${JSON.stringify(item)}\n`).join("");
    return writeZip([{ name: "export.ndjson", content: lines }]);
  }
  if (format === "split") {
    return writeZip(items.map((item) => ({ name: `${String(item["_id"])}.json`, content: JSON.stringify(item) })));
  }
  return writeZip([{ name: "export.json", content: JSON.stringify(items) }]);
}
