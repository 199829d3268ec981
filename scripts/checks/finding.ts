/** One breach of a repository rule. */
export interface Finding {
  /** The file to open, relative to the repository. */
  readonly file: string;
  /** What is wrong with it. */
  readonly problem: string;
  /** What to do about it. */
  readonly mend: string;
}
