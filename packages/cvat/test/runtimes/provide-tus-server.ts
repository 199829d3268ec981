import type { TestProject } from "vitest/node";
import { startTusServer } from "../servers/tus-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    tusServer: string;
  }
}

/** Starts a server that takes uploads beside the browser, and tells the tests in it where it is. */
export default async function provideTusServer(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, close } = await startTusServer({ isOpen: true });
  project.provide("tusServer", baseUrl);
  return close;
}
