import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { TarballFile } from "./check-tarball.ts";

const blockSize = 512;

/** The regular files of an npm tarball, without the `package/` that all their paths begin with. */
export function readTarball(tarball: string): readonly TarballFile[] {
  const archive = gunzipSync(readFileSync(tarball));
  const files: TarballFile[] = [];
  for (let offset = 0; offset + blockSize <= archive.length;) {
    const header = archive.subarray(offset, offset + blockSize);
    const path = joinPath(field(header, 345, 155), field(header, 0, 100));
    if (path === "") break; // two blocks of zeros end the archive
    const size = Number.parseInt(field(header, 124, 12), 8);
    const start = offset + blockSize;
    const isFile = ["", "0"].includes(field(header, 156, 1));
    if (isFile)
      files.push({ path: path.replace(/^package\//, ""), text: archive.toString("utf8", start, start + size) });
    offset = start + Math.ceil(size / blockSize) * blockSize;
  }
  return files;
}

function field(header: Buffer, start: number, length: number): string {
  const end = header.indexOf(0, start);
  return header.toString("utf8", start, end === -1 ? start + length : Math.min(end, start + length)).trim();
}

function joinPath(prefix: string, name: string): string {
  return prefix === "" ? name : `${prefix}/${name}`;
}
