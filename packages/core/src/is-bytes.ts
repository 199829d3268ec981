/** True for bytes in memory: an `ArrayBuffer`, or a view of one such as `Uint8Array` and Node's `Buffer`. */
export function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
