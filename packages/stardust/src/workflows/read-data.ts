import { DecodeError, readMember, type Result } from "@labelwire/core";

/** An answer, and what a workflow cannot go on without. */
interface AnswerToRead<Data extends object> {
  /** The operationId. */
  readonly operation: string;
  readonly result: Result<{ readonly data: Data }>;
  /** Members of `data` that have to be there. */
  readonly needed: readonly (keyof Data & string)[];
}

/**
 * What an answer holds under `data`.
 *
 * @throws The answer's own error; DecodeError for a success without what is needed, because the documentation of answers consists of
 * samples, and another server, or a proxy, may answer in the platform's place.
 */
export function readData<Data extends object>({ operation, result, needed }: AnswerToRead<Data>): Data {
  const { data: answer, error, response } = result;
  if (error !== undefined) throw error;
  const missing = needed.find((name) => (readMember(answer, ["data", name]) ?? undefined) === undefined);
  if (missing === undefined) return answer.data;
  const requestId = readMember(answer, ["requestId"]);
  throw new DecodeError({
    operation,
    message: `Stardust answered ${operation} with a success without data.${missing}. Check baseUrl, and whether a proxy answers in place of Stardust.`,
    status: response.status,
    requestId: typeof requestId === "string" ? requestId : undefined,
    mediaType: response.headers.get("content-type") ?? "",
    excerpt: "",
  });
}
