/** A picture of one grey pixel, valid PNG: what the mock shows for every frame that nobody has uploaded. */
export const tinyImage: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);
