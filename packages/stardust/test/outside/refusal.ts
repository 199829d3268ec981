/** A request that the platform refuses; the server answers it inside HTTP 200, in an envelope. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
