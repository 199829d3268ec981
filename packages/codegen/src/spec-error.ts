/** One thing that is wrong with what the generator was given, and how to put it right. */
export interface Problem {
  /** The file as its reader knows it, such as `specs/pets/openapi.yaml`. */
  readonly file: string;
  /** JSON pointer into the file, such as `/paths/~1pets/get`. */
  readonly pointer?: string;
  /** Position in the file, where it could not be parsed. */
  readonly position?: { readonly line: number; readonly column: number };
  /** What is wrong, as a sentence without its full stop. */
  readonly problem: string;
  /** What to do, as an imperative without its full stop. */
  readonly mend: string;
}

/**
 * Thrown for everything that is wrong with a specification, an overlay, the settings or what was generated before. Its message
 * has a line for each of its `problems`, the first hundred of them: `specs/pets/openapi.yaml#/paths/~1pets/get: … To mend: ….`
 */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/** Throws where there is any problem. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new SpecError(problems);
}

/** A description that was cut short can have a thousand: whoever reads the first hundred has seen why. */
function formatProblems(problems: readonly Problem[]): string {
  const lines = problems.slice(0, 100).map(formatProblem);
  if (problems.length > lines.length) lines.push(`And ${problems.length - lines.length} more.`);
  return lines.join("\n");
}

/** One problem as a line for people. */
export function formatProblem({ file, pointer, position, problem, mend }: Problem): string {
  const place = position === undefined ? "" : `:${position.line}:${position.column}`;
  return visible(`${file}${place}${pointer === undefined ? "" : `#${pointer}`}: ${problem}. To mend: ${mend}.`);
}

/** Names come from a specification: one with a line break or a terminal's escape code must not draw a message of its own. */
export function visible(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
