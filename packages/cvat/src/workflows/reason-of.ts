/** Why something failed, as it reads in the middle of a message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : "what was thrown is no Error";
}
