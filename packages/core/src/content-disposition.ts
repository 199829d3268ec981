/** As far as a header is read: many times what any file name takes. */
const MOST_CHARACTERS = 8192;

/**
 * The file name that a `Content-Disposition` header gives, as it was sent: `filename*` (RFC 8187) before `filename` (RFC 6266).
 * Undefined where there is none or neither can be read. Not safe for a file system: see `safeFileName`.
 */
export function dispositionFileName(header: string | null): string | undefined {
  if (header === null) return undefined;
  const parameters = readParameters(header.slice(0, MOST_CHARACTERS));
  const extended = parameters.get("filename*");
  const plain = parameters.get("filename");
  return (extended ? decodeExtended(extended) : undefined) ?? (plain && decodeBytes(plain));
}

/**
 * The parameters by name, the first of a name. Read by hand, character by character: the header is the server's, and every regular
 * expression for quoted strings is a chance for quadratic time.
 */
function readParameters(header: string): Map<string, string> {
  const parameters = new Map<string, string>();
  let at = endOf(header, 0, ";");
  while (at < header.length) {
    const equals = endOf(header, at + 1, "=;");
    const name = header
      .slice(at + 1, equals)
      .trim()
      .toLowerCase();
    if (header[equals] !== "=") {
      at = equals;
      continue;
    }
    const begin = skipSpace(header, equals + 1);
    const quoted = header[begin] === '"' ? readQuoted(header, begin + 1) : undefined;
    at = endOf(header, quoted?.end ?? begin, ";");
    if (!parameters.has(name)) parameters.set(name, quoted?.text ?? header.slice(begin, at).trim());
  }
  return parameters;
}

function readQuoted(header: string, begin: number): { readonly text: string; readonly end: number } {
  const pieces: string[] = [];
  let at = begin;
  while (at < header.length && header[at] !== '"') {
    if (header[at] === "\\" && isEscapable(header[at + 1])) at += 1;
    pieces.push(header.charAt(at));
    at += 1;
  }
  return { text: pieces.join(""), end: at + 1 };
}

/** A backslash before anything else is meant as one: some servers send Windows paths without escaping them. */
function isEscapable(character: string | undefined): boolean {
  return character === '"' || character === "\\";
}

function endOf(header: string, begin: number, stops: string): number {
  let at = begin;
  while (at < header.length && !stops.includes(header.charAt(at))) at += 1;
  return at;
}

function skipSpace(header: string, begin: number): number {
  let at = begin;
  while (header[at] === " " || header[at] === "\t") at += 1;
  return at;
}

/** `UTF-8'en'na%C3%AFve.zip`; undefined for another charset or broken encoding, so that the plain name is taken. */
function decodeExtended(value: string): string | undefined {
  // Not `split`: many servers leave the apostrophes of the name itself as they are.
  const [, charset = "", encoded = ""] = /^([^']*)'[^']*'([^]+)$/.exec(value) ?? [];
  if (charset.toLowerCase() === "iso-8859-1") return decodeLatin1(encoded);
  if (charset.toLowerCase() !== "utf-8") return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function decodeLatin1(encoded: string): string {
  return encoded.replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Header values come as one character a byte. Names sent as raw UTF-8, against the RFC but common, are read as such. */
function decodeBytes(value: string): string {
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
  if (!bytes.some((byte) => byte > 0x7f)) return value;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return value;
  }
}
