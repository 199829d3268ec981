import { createAccounts, type Accounts } from "./accounts.ts";
import { Background } from "./background.ts";
import type { JsonObject } from "./json-value.ts";
import type { Organization } from "./read-scope.ts";
import { addSampleWork } from "./sample-work.ts";
import { Throttle } from "./throttle.ts";
import { TusStore } from "./tus-store.ts";

/** The kinds of things that work is divided into. */
export type Kind = "projects" | "tasks" | "jobs" | "labels";

/** A picture of a task's data. */
export interface Frame {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the platform knows while it runs. */
export interface Platform {
  readonly accounts: Accounts;
  readonly organizations: readonly Organization[];
  readonly rows: Readonly<Record<Kind, Map<number, JsonObject>>>;
  /** The frames of each task that has data. */
  readonly frames: Map<number, readonly Frame[]>;
  /** Annotations by the path of what they belong to, such as `tasks/7`. */
  readonly annotations: Map<string, JsonObject>;
  /** Media that have been asked for, and are being prepared since. */
  readonly prepared: Set<string>;
  readonly background: Background;
  /** Files for download, by the id of the request that made them. */
  readonly exports: Map<string, Frame>;
  readonly uploads: TusStore;
  readonly throttle: Throttle;
}

export function createPlatform(): Platform {
  const platform: Platform = {
    accounts: createAccounts(),
    organizations: [
      { id: 1, slug: "acme" },
      { id: 2, slug: "beta" },
    ],
    rows: { projects: new Map(), tasks: new Map(), jobs: new Map(), labels: new Map() },
    frames: new Map(),
    annotations: new Map(),
    prepared: new Set(),
    background: new Background(),
    exports: new Map(),
    uploads: new TusStore(),
    throttle: new Throttle(),
  };
  addSampleWork(platform);
  return platform;
}
