import { crc32 } from "node:zlib";

/** A ZIP archive of one file, as it is, without compression (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
export function zipFile(name: string, content: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0); // version needed
  entry.writeUInt16LE(0x0021, 8); // 1980-01-01, the first day that the format knows
  entry.writeUInt32LE(crc32(content), 10);
  entry.writeUInt32LE(content.length, 14);
  entry.writeUInt32LE(content.length, 18);
  entry.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), entry, nameBytes, content]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), entry, Buffer.alloc(14), nameBytes]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from("PK\x05\x06"), end]);
}
