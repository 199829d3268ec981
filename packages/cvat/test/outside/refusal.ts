import type { Answer } from "./answer.ts";

/** A request that the server does not grant, with one of its bodies. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status ?? 400}`);
    this.answer = answer;
  }
}

/** What Django REST framework says of a request as a whole. */
export function refuseDetail(status: number, detail: string, headers: Answer["headers"] = {}): Refusal {
  return new Refusal({ status, headers, json: { detail } });
}

/** What a serializer says of its fields, nested as they are. */
export function refuseFields(fields: Readonly<Record<string, unknown>>): Refusal {
  return new Refusal({ status: 400, json: fields });
}

/** What `ValidationError("…")` becomes: an array without a name. */
export function refuseList(message: string): Refusal {
  return new Refusal({ status: 400, json: [message] });
}

/** What some views answer: a JSON string. */
export function refuseString(status: number, message: string): Refusal {
  return new Refusal({ status, json: message });
}

/** What `HttpResponseBadRequest` and its like become: plain text that is said to be HTML. */
export function refusePlain(status: number, text: string): Refusal {
  return new Refusal({ status, text });
}

export function notFound(): Refusal {
  return refuseDetail(404, "Not found.");
}
