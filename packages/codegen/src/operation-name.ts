/** Names that cannot be declared in a module, or that mean something else there. */
const reservedWords = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** The characters an operationId may hold. Everything else is refused: names reach code. */
export const operationIdPattern: RegExp = /^[A-Za-z][A-Za-z0-9]*(?:[-_./: ]+[A-Za-z0-9]+)*[-_./: ]*$/;

/**
 * The operation function's name: the operationId in camelCase, so `tasks_list` is `tasksList` and `getTask` stays as it is.
 * Undefined where that gives no name that a module can declare.
 */
export function operationName(operationId: string): string | undefined {
  if (!operationIdPattern.test(operationId)) return undefined;
  const [first = "", ...others] = operationId.split(/[-_./: ]+/).filter((word) => word !== "");
  const name = [lowerFirst(first), ...others.map(upperFirst)].join("");
  return reservedWords.has(name) ? undefined : name;
}

/** The name of types that belong to an operation: `getTask` → `GetTask`. */
export function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** `GetTask` → `getTask`, but `GET` → `get` and `URLGet` → `urlGet`: an acronym is one word. */
function lowerFirst(word: string): string {
  const acronym = /^[A-Z]+(?![a-z])/.exec(word)?.[0] ?? word.slice(0, 1);
  return acronym.toLowerCase() + word.slice(acronym.length);
}
