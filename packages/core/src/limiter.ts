/** Spaces requests out before they are sent; `createRateLimiter` makes one. Give clients one instance and they share its allowance. */
export interface Limiter {
  /** Resolves when the next request may be sent. Rejects with the signal's reason, and gives its place up, when aborted. */
  acquire(signal: AbortSignal): Promise<void>;
}
