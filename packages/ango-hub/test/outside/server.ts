import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { openServer } from "../../../../scripts/testing/open-server.ts";
import { answerCall, type Platform } from "./answer-call.ts";
import { ObjectStorage, storageOrigin } from "./object-storage.ts";
import { createRecords } from "./records.ts";

const apiOrigins = [
  "https://imeritapi.ango.ai",
  "https://us-api.ango.ai",
  "https://in-api.ango.ai",
  "https://testapi.ango.ai",
];

/** Starts the platform a second time, written from its documentation alone: what `pnpm test:outside` runs documented code against. */
export async function startServer(): Promise<OutsideServer> {
  const apiKey = "outside-test-key";
  const storage = new ObjectStorage();
  const platform: Platform = { apiKey, records: createRecords(), storage, arrivals: [] };
  const api = await openServer((request, response) => void answerCall(platform, request, response));
  const files = await openServer((request, response) => void storage.answer(request, response));
  return {
    origins: {
      ...Object.fromEntries(apiOrigins.map((origin) => [origin, api.origin])),
      [storageOrigin]: files.origin,
    },
    environment: { ANGO_API_KEY: apiKey },
    close: async () => {
      await Promise.all([api.close(), files.close()]);
    },
  };
}
