import { createStardustClient, type StardustClient } from "@labelwire/stardust";
import { createStardustMock, type StardustMock } from "@labelwire/stardust/msw";
import { serveFetch, type FetchServer } from "../serve-fetch.ts";

/** An id of 64 bits, as the platform's documentation shows them: more than a JavaScript number can hold. */
export const bigId = "358183635683250176";

/** The one project that the mock holds. */
export const projectId = "466900000000000001";

/** What the steps of the tour work with: the real client, and the mock it talks to over a real socket. */
export interface Stage {
  readonly server: FetchServer;
  readonly stardust: StardustClient;
  readonly mock: StardustMock;
}

/** Starts the mock behind an HTTP server on loopback and makes a client of it. */
export async function setStage(): Promise<Stage> {
  // With a key pair of its own the mock checks every signature.
  const auth = { accessKey: "a-key-for-the-mock-alone", secretKey: "a-secret-for-the-mock-alone" };
  const { server, handler: mock } = await serveFetch((origin) =>
    createStardustMock({
      seed: 1,
      baseUrl: `${origin}/rosetta-open`,
      auth,
      state: {
        projects: [{ id: projectId, name: "Cats", status: 1, dataType: 2 }],
        tasks: Array.from({ length: 250 }, (_, index) => ({
          id: String(BigInt(bigId) + BigInt(index)),
          projectId,
          updatedTime: index < 20 ? "2026-01-15 09:30:00" : "2026-02-15 09:30:00",
        })),
      },
    }),
  );
  return { server, mock, stardust: createStardustClient({ baseUrl: `${server.origin}/rosetta-open`, auth }) };
}
