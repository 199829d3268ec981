/** Something that a user outside this repository would run into. */
export class OutsideError extends Error {
  constructor(what: string, output: string) {
    super(`${what}\n${output.trim().replaceAll(/^/gm, "    ")}`);
    this.name = "OutsideError";
  }
}
