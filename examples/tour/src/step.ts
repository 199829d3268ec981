import type { FetchServer } from "./serve-fetch.ts";

/** Tells how far a step is, on one line that is rewritten in a terminal. */
export type Report = (text: string) => void;

/** What the steps of a platform share: at least the server whose requests are counted. */
export interface TourStage {
  readonly server: Pick<FetchServer, "countRequests" | "close">;
}

/** One thing that the tour shows; it returns what to say of it afterwards. */
export type Step<Stage> = (stage: Stage, report: Report) => Promise<string>;

/** What one step did, for the table at the end. */
export interface StepResult {
  readonly name: string;
  readonly succeeded: boolean;
  /** What came of it, or what went wrong. */
  readonly outcome: string;
  /** HTTP requests that reached the server. */
  readonly calls: number;
  readonly milliseconds: number;
}
