/** How failures that may pass are met. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default: 3. */
  readonly maxAttempts?: number | undefined;
  /** The longest wait before an attempt, in milliseconds; a server that asks for a longer one is not asked again. Default: 30,000. */
  readonly maxDelayMs?: number | undefined;
}
