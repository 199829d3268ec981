/**
 * A short string that a regular expression matches, made from the expression's parts: the first alternative, the fewest
 * repetitions, the plainest character. Assertions and back references are passed over; whether the string fits is checked later.
 *
 * @param pattern - As a schema has it (ECMA-262).
 */
export function samplePattern(pattern: string): string {
  const reader = { pattern, at: 0 };
  const text = readAlternatives(reader);
  // A stray closing bracket ends the reading; what follows it is kept as text.
  return text + pattern.slice(reader.at);
}

interface Reader {
  readonly pattern: string;
  at: number;
}

/** Up to the end of the group; of several alternatives the first is kept. */
function readAlternatives(reader: Reader): string {
  const alternatives = [readSequence(reader)];
  while (peek(reader) === "|") {
    reader.at += 1;
    alternatives.push(readSequence(reader));
  }
  return alternatives[0] ?? "";
}

function readSequence(reader: Reader): string {
  let text = "";
  for (let next = peek(reader); next !== "" && next !== "|" && next !== ")"; next = peek(reader)) {
    const part = readPart(reader);
    text += part.repeat(readFewest(reader));
  }
  return text;
}

function readPart(reader: Reader): string {
  const next = take(reader);
  if (next === "^" || next === "$") return "";
  if (next === ".") return "a";
  if (next === "[") return readClass(reader);
  if (next === "\\") return readEscape(reader);
  return next === "(" ? readGroup(reader) : next;
}

function readGroup(reader: Reader): string {
  const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reader.pattern.slice(reader.at))?.[0] ?? "";
  reader.at += kind.length;
  const text = readAlternatives(reader);
  if (peek(reader) === ")") reader.at += 1;
  return /[=!]$/.test(kind) ? "" : text;
}

const classes: Readonly<Record<string, string>> = {
  d: "0",
  w: "a",
  s: " ",
  D: "a",
  W: "-",
  S: "a",
  n: "\n",
  r: "\r",
  t: "\t",
  b: "",
  B: "",
};

function readEscape(reader: Reader): string {
  const next = take(reader);
  if (next === "u" || next === "x") {
    const digits = (next === "u" ? /^[0-9a-fA-F]{4}/ : /^[0-9a-fA-F]{2}/).exec(reader.pattern.slice(reader.at))?.[0];
    if (digits === undefined) return next;
    reader.at += digits.length;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  return Object.hasOwn(classes, next) ? (classes[next] ?? "") : next;
}

/** The first of a few plain characters that a class takes, else the first that it names. */
function readClass(reader: Reader): string {
  const start = reader.at;
  let first = "";
  if (peek(reader) === "^") reader.at += 1;
  for (let next = take(reader); next !== "" && next !== "]"; next = take(reader)) {
    const character = next === "\\" ? readEscape(reader) : next;
    first ||= character;
  }
  const source = `[${reader.pattern.slice(start, reader.at)}`;
  const plain = ["a", "A", "0", "_", "-", " "].find((candidate) => matches(source, candidate));
  return plain ?? first;
}

function matches(source: string, candidate: string): boolean {
  try {
    return new RegExp(`^${source}$`).test(candidate);
  } catch {
    return false;
  }
}

/** The fewest repetitions, but once rather than never where both are allowed; bounded, as a pattern may ask for millions. */
function readFewest(reader: Reader): number {
  const quantifier = /^(?:[*+?]|\{(\d+)(,\d*)?\})\??/.exec(reader.pattern.slice(reader.at));
  if (quantifier === null) return 1;
  reader.at += quantifier[0].length;
  if (quantifier[1] === undefined) return quantifier[0].startsWith("?") ? 0 : 1;
  const fewest = Number(quantifier[1]);
  return Math.min(fewest === 0 && quantifier[2] !== undefined ? 1 : fewest, 1000);
}

function peek({ pattern, at }: Reader): string {
  return pattern.charAt(at);
}

function take(reader: Reader): string {
  const next = peek(reader);
  reader.at += 1;
  return next;
}
