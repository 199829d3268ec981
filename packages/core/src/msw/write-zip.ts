/** A file to put into an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
}

// 1980-01-01, the first day that the format knows: the same files give the same archive on any day.
const firstDay = 0x0021;
const utf8Names = 0x0800;

/** Writes a ZIP archive whose files are stored as they are (APPNOTE 6.3, method 0). */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = encoder.encode(name);
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const facts = [
      ...[20, utf8Names, 0, 0, firstDay].map(uint16),
      ...[crc32(bytes), bytes.length, bytes.length].map(uint32),
      ...[path.length, 0].map(uint16),
    ];
    const file = join([uint32(0x04034b50), ...facts, path, bytes]);
    files.push(file);
    directory.push(
      join([uint32(0x02014b50), uint16(20), ...facts, ...[0, 0, 0].map(uint16), uint32(0), uint32(offset), path]),
    );
    offset += file.length;
  }
  const size = join(directory).length;
  const end = [
    uint32(0x06054b50),
    ...[0, 0, entries.length, entries.length].map(uint16),
    ...[size, offset].map(uint32),
    uint16(0),
  ];
  return join([...files, ...directory, ...end]);
}

function uint16(value: number): Uint8Array {
  return new Uint8Array([value & 0xff, (value >>> 8) & 0xff]);
}

function uint32(value: number): Uint8Array {
  return join([uint16(value & 0xffff), uint16(value >>> 16)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    joined.set(part, position);
    position += part.length;
  }
  return joined;
}

const crcTable: readonly number[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
