import { refuseDetail } from "./refusal.ts";

/** Somebody unknown may ask a hundred times a minute, where they may ask at all. */
export class Throttle {
  readonly #arrivals: number[] = [];

  check(): void {
    const now = Date.now();
    while (this.#arrivals[0] !== undefined && this.#arrivals[0] <= now - 60_000) this.#arrivals.shift();
    if (this.#arrivals.length >= 100) {
      const message = "Request was throttled. Expected available in 59 seconds.";
      throw refuseDetail(429, message, { "retry-after": "59" });
    }
    this.#arrivals.push(now);
  }
}
