import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { openServer } from "../../../../scripts/testing/open-server.ts";
import { sendAnswer } from "./answer.ts";
import { answerCall } from "./answer-call.ts";
import { createPlatform } from "./platform.ts";

/** The hosted service, and one of the reader's own. */
const servedOrigins = ["https://app.cvat.ai", "https://cvat.example.com"];

/** Starts the platform a second time, written from what is known of it alone: what `pnpm test:outside` runs documented code against. */
export async function startServer(): Promise<OutsideServer> {
  const platform = createPlatform();
  const { origin: address, close } = await openServer((request, response) => {
    void answerCall(platform, request).then((answer) => sendAnswer(request, response, answer));
  });
  return {
    origins: Object.fromEntries(servedOrigins.map((origin) => [origin, address])),
    environment: {
      CVAT_ACCESS_TOKEN: "outside-access-token",
      CVAT_READ_ONLY_TOKEN: "outside-read-only-token",
      CVAT_PASSWORD: "outside-password",
      CVAT_SESSION_ID: "outside-session",
      CVAT_CSRF_TOKEN: "outside-csrf-token",
    },
    close,
  };
}
