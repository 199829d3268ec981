/** `=?charset?encoding?text?=` (RFC 2047, section 2). */
const WORD = /=\?([\w-]{1,40})\?([bq])\?([^?\s]*)\?=/gi;

/**
 * Decodes a header's MIME-encoded words: Django writes names that are not ASCII so, such as `=?utf-8?b?w6QuanBn?=`. What cannot be
 * decoded stays as it is.
 */
export function decodeMimeWords(value: string): string {
  // White space between two words is part of neither (RFC 2047, section 6.2).
  const joined = value.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(WORD, (word, charset: string, encoding: string, text: string) => {
    try {
      const bytes = encoding.toLowerCase() === "b" ? atob(text) : unquote(text);
      const codes = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
      return new TextDecoder(charset, { fatal: true }).decode(codes);
    } catch {
      return word;
    }
  });
}

/** The Q encoding (RFC 2047, section 4.2). */
function unquote(text: string): string {
  return text
    .replaceAll("_", " ")
    .replace(/=([\da-f]{2})/gi, (_code, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
