import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { openServer } from "../../../../scripts/testing/open-server.ts";
import { answerCall, type Platform } from "./answer-call.ts";
import { createRecords } from "./records.ts";

/** Starts the platform a second time, written from its documentation alone: what `pnpm test:outside` runs documented code against. */
export async function startServer(): Promise<OutsideServer> {
  const keys = { workspace: "outside-test-key", user: "outside-user-key" };
  const platform: Platform = { keys, records: createRecords() };
  const { origin, close } = await openServer((request, response) => void answerCall(platform, request, response));
  return {
    origins: { "https://api.blueguardrails.com": origin },
    environment: { BLUE_GUARDRAILS_API_KEY: keys.workspace, BLUE_GUARDRAILS_USER_KEY: keys.user },
    close,
  };
}
