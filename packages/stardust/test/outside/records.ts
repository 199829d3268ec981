/** What the account holds when a reader's program begins. */
export interface Records {
  readonly folders: Set<string>;
  /** How often each batch and dataset has been looked at. */
  readonly looks: Map<string, number>;
  readonly tasks: readonly { readonly id: string; readonly day: string }[];
}

/** The id in the documentation's samples. */
const firstTask = 358183635683250176n;

/** A project with 45 tasks, completed one a day from New Year 2026 on. */
export function createRecords(): Records {
  const tasks = Array.from({ length: 45 }, (_, index) => ({
    id: String(firstTask + BigInt(index)),
    day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  return { folders: new Set(), looks: new Map(), tasks };
}
