import { createHelixRecords, type HelixRecords } from "./helix-records.ts";

/** What the account holds when a reader's program begins. */
export interface Records {
  readonly folders: Set<string>;
  readonly projects: Set<string>;
  /** How often each batch and dataset has been looked at. */
  readonly looks: Map<string, number>;
  readonly tasks: readonly { readonly id: string; readonly day: string }[];
  readonly helix: HelixRecords;
}

/** The id in the documentation's samples. */
const firstTask = 358183635683250176n;

/** A project with 45 tasks, completed one a day from New Year 2026 on. */
export function createRecords(): Records {
  const tasks = Array.from({ length: 45 }, (_, index) => ({
    id: String(firstTask + BigInt(index)),
    day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  return { folders: new Set(), projects: new Set(), looks: new Map(), tasks, helix: createHelixRecords() };
}

/** Counts a look at what takes a while, this one included. */
export function look({ looks }: Pick<Records, "looks">, key: string): number {
  const count = (looks.get(key) ?? 0) + 1;
  looks.set(key, count);
  return count;
}
