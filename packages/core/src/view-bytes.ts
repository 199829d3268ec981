/** The bytes that a view shows; a copy of shared memory, which may change while it is read, and which `fetch` and WebCrypto refuse. */
export function viewBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (!(buffer instanceof ArrayBuffer)) return new Uint8Array(buffer, byteOffset, byteLength).slice();
  return new Uint8Array(buffer, byteOffset, byteLength);
}
