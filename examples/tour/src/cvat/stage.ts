import { createCvatClient, type CvatClient, type Hooks } from "@labelwire/cvat";
import { createCvatMock, type CvatMock } from "@labelwire/cvat/msw";
import { serveFetch, type FetchServer } from "../serve-fetch.ts";

/** What the steps of the tour work with: the real client, and the mock it talks to over a real socket. */
export interface Stage {
  readonly server: FetchServer;
  readonly cvat: CvatClient;
  readonly mock: CvatMock;
  /** The task that the steps work on; the one that makes it sets it. */
  taskId: number;
  /** Called with the wait before each retry; steps set it to show what the client does. */
  onRetry: NonNullable<Hooks["onRetry"]>;
}

/** Starts the mock behind an HTTP server on loopback and makes a client of it. */
export async function setStage(): Promise<Stage> {
  const accessToken = "a-token-for-the-mock-alone";
  const { server, handler: mock } = await serveFetch((origin) =>
    createCvatMock({
      seed: 1,
      baseUrl: origin,
      auth: { accessToken },
      state: {
        organizations: [{ slug: "acme" }],
        tasks: Array.from({ length: 120 }, (_, index) => ({ name: `cats ${index + 1}` })),
      },
    }),
  );
  const stage: Stage = {
    server,
    cvat: createCvatClient({
      baseUrl: server.origin,
      auth: { accessToken },
      hooks: {
        onRetry: (facts) => {
          stage.onRetry(facts);
        },
      },
    }),
    mock,
    taskId: 0,
    onRetry: () => undefined,
  };
  return stage;
}
