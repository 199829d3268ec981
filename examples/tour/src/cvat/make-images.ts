/** A picture of one pixel: the smallest file that every viewer takes for a PNG. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==";

/** Images to upload, each under a name of its own. */
export function makeImages(count: number): { readonly name: string; readonly data: Blob }[] {
  const data = new Blob([Buffer.from(pixel, "base64")], { type: "image/png" });
  return Array.from({ length: count }, (_, index) => ({ name: `cat-${String(index + 1).padStart(2, "0")}.png`, data }));
}
