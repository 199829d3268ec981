import type { CvatCaller } from "../types.ts";
import { callWithoutAnswer } from "./call-without-answer.ts";
import type { UploadTarget } from "./upload-target.ts";

/** What the beginning of an upload carries. */
export interface UploadStart {
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly signal: AbortSignal;
}

/**
 * Announces an upload. The server looks for the header alone, whatever its value: even `false` would begin one (server 2.73).
 *
 * @throws ApiError where the endpoint takes no upload: there is data already, the credential may only read. DecodeError where what
 * answers is not CVAT.
 */
export async function startUpload(
  client: CvatCaller,
  target: UploadTarget,
  { query, signal }: UploadStart,
): Promise<void> {
  const { operation: id, path } = target;
  // Nothing happens before files come, so that it can be repeated.
  const info = { id, method: "post", path, idempotent: true } as const;
  const params = { path: toPath(target), ...(query && { query }) };
  const { error } = await callWithoutAnswer(client, info, { params, headers: { "Upload-Start": "true" }, signal });
  if (error !== undefined) throw error;
}

/** The path parameters of an endpoint. */
export function toPath({ id }: UploadTarget): Readonly<Record<string, unknown>> {
  return id === undefined ? {} : { id };
}
