/** Percent-encodes a text for a URL; throws what `fault` makes where the text is no Unicode, which no URL can carry. */
export function encodeText(text: string, fault: (problem: string) => Error): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw fault("has half of a surrogate pair, which no URL can carry");
  }
}
