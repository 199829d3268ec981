import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { writeZip } from "./write-zip.ts";

const entries = [
  { name: "tasks.json", content: '[{"name":"\u{1F431}"}]' },
  { name: "föö/empty.txt", content: "" },
  { name: "bytes.bin", content: Uint8Array.from({ length: 70_000 }, (_, index) => index & 0xff) },
];

/** Reads the archive as a reader has to: from its end, through the directory, to each file. */
function readZip(archive: Uint8Array<ArrayBuffer>): { name: string; bytes: Uint8Array; checksum: number }[] {
  const view = new DataView(archive.buffer);
  const text = (start: number, length: number): string =>
    new TextDecoder().decode(archive.subarray(start, start + length));
  const end = archive.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    expect(view.getUint32(entry, true)).toBe(0x02014b50);
    const [checksum, size] = [view.getUint32(entry + 16, true), view.getUint32(entry + 24, true)];
    const nameLength = view.getUint16(entry + 28, true);
    const file = view.getUint32(entry + 42, true);
    const name = text(entry + 46, nameLength);
    entry += 46 + nameLength;
    expect([view.getUint32(file, true), text(file + 30, nameLength)]).toEqual([0x04034b50, name]);
    const start = file + 30 + nameLength;
    return { name, checksum, bytes: archive.subarray(start, start + size) };
  });
}

describe("writeZip", () => {
  test("a reader finds every file through the directory, with its checksum", () => {
    const files = readZip(writeZip(entries));
    expect(files.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
    for (const [index, { bytes, checksum }] of files.entries()) {
      const content = entries[index]?.content ?? "";
      expect(bytes).toEqual(typeof content === "string" ? new TextEncoder().encode(content) : content);
      expect(checksum).toBe(crc32(bytes));
    }
  });

  test("the same files give the same bytes, and no files give an archive", () => {
    expect(writeZip(entries)).toEqual(writeZip(entries));
    expect(writeZip([])).toHaveLength(22);
  });
});
