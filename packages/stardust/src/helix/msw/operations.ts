import type { MockBehaviour } from "@labelwire/core/msw";

/** Hand-written answers by operation. */
export type Operations = NonNullable<MockBehaviour<never>["operations"]>;
