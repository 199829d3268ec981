import { createAngoHubClient, type AngoHubClient, type Hooks } from "@labelwire/ango-hub";
import { createAngoHubMock, type AngoHubMock } from "@labelwire/ango-hub/msw";
import { serveFetch, type FetchServer } from "../serve-fetch.ts";

/** The one project that the mock holds. */
export const project = "507f191e810c19729de860ea";

/** The external ids of the tasks in it. */
export const externalIds: readonly string[] = Array.from(
  { length: 250 },
  (_, index) => `cat-${String(index + 1).padStart(3, "0")}.jpg`,
);

/** What the steps of the tour work with: the real client, and the mock it talks to over a real socket. */
export interface Stage {
  readonly server: FetchServer;
  readonly ango: AngoHubClient;
  readonly mock: AngoHubMock;
  /** Called with the wait before each retry; steps set it to show what the client does. */
  onRetry: NonNullable<Hooks["onRetry"]>;
}

/** Starts the mock behind an HTTP server on loopback and makes a client of it. */
export async function setStage(): Promise<Stage> {
  const apiKey = "a-key-for-the-mock-alone";
  const { server, handler: mock } = await serveFetch((origin) =>
    createAngoHubMock({
      seed: 1,
      baseUrl: `${origin}/v2`,
      // Another origin, as a real storage is: uploads and downloads go there without the key.
      sites: { storage: `${origin.replace("127.0.0.1", "localhost")}/storage` },
      auth: { apiKey },
      state: {
        projects: [{ _id: project, name: "Cats" }],
        tasks: externalIds.map((externalId, index) => ({
          project,
          externalId,
          stage: index % 2 === 0 ? "Complete" : "Label",
        })),
      },
    }),
  );
  const stage: Stage = {
    server,
    ango: createAngoHubClient({
      baseUrl: `${server.origin}/v2`,
      auth: { apiKey },
      hooks: {
        onRetry: (facts) => {
          stage.onRetry(facts);
        },
      },
    }),
    mock,
    onRetry: () => undefined,
  };
  return stage;
}
