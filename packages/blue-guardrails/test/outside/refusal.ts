/** One thing wrong with a request, as the framework writes it. */
export interface Issue {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** An answer that is no success: a sentence, or with status 422 a list of what is wrong. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly detail: string | readonly Issue[];

  constructor(statusCode: number, detail: string | readonly Issue[]) {
    super(typeof detail === "string" ? detail : "invalid");
    this.statusCode = statusCode;
    this.detail = detail;
  }
}

/** The refusal of one input. */
export function invalid(loc: Issue["loc"], msg: string, type = "value_error"): Refusal {
  return new Refusal(422, [{ loc, msg, type }]);
}
