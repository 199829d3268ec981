import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { writeZip } from "./write-zip.ts";

const entries = [
  { name: "tasks.json", content: '[{"name":"\u{1F431}"}]' },
  { name: "föö/empty.txt", content: "" },
  { name: "bytes.bin", content: Uint8Array.from({ length: 70_000 }, (_, index) => index & 0xff) },
];

describe("writeZip", () => {
  test("another program reads the archive and finds every checksum right", async () => {
    const folder = await mkdtemp(join(tmpdir(), "labelwire-zip-"));
    try {
      const path = join(folder, "archive.zip");
      await writeFile(path, writeZip(entries));
      const script =
        "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(z.namelist())";
      const { stdout } = await promisify(execFile)("python3", ["-c", script, path]);
      expect(stdout.trim()).toBe("['tasks.json', 'föö/empty.txt', 'bytes.bin']");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("the first file is stored where the format says, with its checksum", () => {
    const view = new DataView(writeZip(entries).buffer);
    const content = new TextEncoder().encode(entries[0]?.content as string);
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    expect(view.getUint32(14, true)).toBe(crc32(content));
    expect(view.getUint32(18, true)).toBe(content.length);
    expect(new Uint8Array(view.buffer, 30 + "tasks.json".length, content.length)).toEqual(content);
  });

  test("the same files give the same bytes, and no files give an archive", () => {
    expect(writeZip(entries)).toEqual(writeZip(entries));
    expect(writeZip([])).toHaveLength(22);
  });
});
