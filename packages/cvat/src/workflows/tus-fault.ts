/** Something is wrong with an upload by TUS that no HTTP status says. */
export class TusFault extends Error {
  /** What helps: to look where the upload stands and go on, to begin it anew, or nothing. */
  readonly remedy: "continue" | "restart" | "none";

  constructor(message: string, remedy: TusFault["remedy"], cause?: unknown) {
    super(message, { cause });
    this.remedy = remedy;
  }

  override get name(): string {
    return "TusFault";
  }
}
