/** As much of a JPEG picture as anybody looks at: its markers around a comment. */
export function jpegBytes(comment: string): Buffer {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([head, text, Buffer.from([0xff, 0xd9])]);
}
