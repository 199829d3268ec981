import type { TestProject } from "vitest/node";
import type { SmokePlace } from "./smoke.ts";
import { startSmokeServer } from "./smoke-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    place: SmokePlace;
  }
}

/** Starts the servers of the smoke beside the browser, and tells the tests in it where they are. */
export default async function provideSmokeServer(project: TestProject): Promise<() => Promise<void>> {
  const { home, elsewhere, close } = await startSmokeServer();
  project.provide("place", { home, elsewhere });
  return close;
}
