/** Numbers that look random and depend on nothing but the key they were made from. */
export interface Random {
  /** The next number, from 0 up to but not including 1. */
  next(): number;
  /** A whole number between `minimum` and `maximum`, both included. */
  integer(minimum: number, maximum: number): number;
  /** One of the given values; undefined where there are none. */
  pick<T>(values: readonly T[]): T | undefined;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A source of its own for one part, so that what is made there does not move when something is made elsewhere. */
  fork(part: string): Random;
}

/**
 * Makes a {@link Random} from a key: equal keys give equal sequences, on every runtime, whatever else was called before.
 *
 * @example
 * createRandom("seed 1|getTask").hex(24);
 */
export function createRandom(key: string): Random {
  let state = hash(key);
  const next = (): number => {
    // A counter with the finalizer of MurmurHash3: 32-bit arithmetic only, so that no runtime rounds differently.
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 4294967296;
  };
  const random: Random = {
    next,
    integer: (minimum, maximum) => minimum + Math.floor(next() * (maximum - minimum + 1)),
    pick: (values) => values[Math.floor(next() * values.length)],
    hex: (digits) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join(""),
    fork: (part) => createRandom(`${key}/${part}`),
  };
  return random;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(value >>> 0);
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
