/** A request that the platform refuses; the server answers it with `{ status: "fail", message }`. */
export class Refusal extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}
