import { createBlueGuardrailsClient, type BlueGuardrailsClient } from "@labelwire/blue-guardrails";
import { createBlueGuardrailsMock } from "@labelwire/blue-guardrails/msw";
import { serveFetch, type FetchServer } from "../serve-fetch.ts";

/** Conversations that the mock holds, by their ids. */
export const conversationIds: readonly string[] = Array.from({ length: 3 }, (_, index) => uuidOf("c", index));

/** What the steps of the tour work with: the real client, which talks to the mock over a real socket. */
export interface Stage {
  readonly server: FetchServer;
  /** In a workspace. */
  readonly guardrails: BlueGuardrailsClient;
  /** The same without one. */
  readonly anywhere: BlueGuardrailsClient;
}

/** Starts the mock behind an HTTP server on loopback and makes clients of it. */
export async function setStage(): Promise<Stage> {
  const auth = { apiKey: "a-key-for-the-mock-alone" };
  const { server } = await serveFetch((origin) =>
    createBlueGuardrailsMock({
      seed: 1,
      baseUrl: origin,
      auth,
      // A key of a user: each call has to say which workspace it is about.
      keyScope: "user",
      state: {
        projects: Array.from({ length: 120 }, (_, index) => ({
          id: uuidOf("a", index),
          slug: `answers-${String(index + 1)}`,
          name: `Answers ${String(index + 1)}`,
        })),
        conversations: conversationIds.map((id) => ({ id })),
      },
    }),
  );
  const anywhere = createBlueGuardrailsClient({ baseUrl: server.origin, auth });
  return { server, anywhere, guardrails: anywhere.with({ workspace: uuidOf("b", 1) }) };
}

function uuidOf(kind: "a" | "b" | "c", index: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(index).padStart(12, "0")}`;
}
