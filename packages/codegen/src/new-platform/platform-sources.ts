import { clientSources } from "./client-sources.ts";
import { failureSources } from "./failure-sources.ts";
import { mockSources } from "./mock-sources.ts";
import type { PlatformSourceInput } from "./platform-source-input.ts";

/** The hand-written part of a new package, by path below `src/`. It is written once; from then on it belongs to people. */
export function platformSources(input: PlatformSourceInput): ReadonlyMap<string, string> {
  return new Map([...clientSources(input), ...failureSources(input), ...mockSources(input)]);
}
