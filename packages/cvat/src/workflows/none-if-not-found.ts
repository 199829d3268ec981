import { isApiError } from "@labelwire/core";

/**
 * Resolves to undefined where the server says that there is no such picture: with a 404 that is empty or plain text (server 2.73). A
 * 404 for the task itself is `{ detail }`, and a page of HTML is of another server; both stay errors.
 */
export async function noneIfNotFound<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!isApiError(error) || error.status !== 404 || typeof error.body !== "string") throw error;
    if (/^\s*</.test(error.body)) throw error;
    return undefined;
  }
}
