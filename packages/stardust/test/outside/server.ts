import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { openServer } from "../../../../scripts/testing/open-server.ts";
import { answerCall } from "./answer-call.ts";
import { createRecords } from "./records.ts";

/** Starts the platform a second time, written from its documentation alone: what `pnpm test:outside` runs documented code against. */
export async function startServer(): Promise<OutsideServer> {
  const platform = { accessKey: "AKOUTSIDE", secretKey: "outside-secret", records: createRecords() };
  const { origin, close } = await openServer((request, response) => void answerCall(platform, request, response));
  return {
    origins: { "https://portal-prod.rosettalab.top": origin },
    environment: { STARDUST_ACCESS_KEY: platform.accessKey, STARDUST_SECRET_KEY: platform.secretKey },
    close,
  };
}
