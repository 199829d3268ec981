import {
  createBlueGuardrailsClient,
  exportLabelingProject,
  isApiError,
  joinAnnotations,
  type BlueGuardrailsClient,
  type Schema,
} from "@labelwire/blue-guardrails";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const messageId = "ee824cad-d7a6-4f48-87dc-e8461a9201c4";
const annotation: Schema<"ExportAnnotation"> = {
  id,
  label: "fabrication",
  status: "accepted",
  text: "Five",
  start_offset: 0,
  end_offset: 4,
  message_part_index: 0,
  explanation: null,
};
const exported: Schema<"LabelingProjectExport"> = {
  project: {
    id,
    name: "Cats",
    slug: "cats",
    source_type: "conversations",
    label_schema: [{ name: "fabrication", description: "" }],
    config: { labelers_per_task: 1, auto_create_review_tasks: false },
    status: "completed",
    created_at: "2026-01-01T00:00:00Z",
  },
  conversations: [
    {
      id: "c",
      messages: [
        {
          id: messageId,
          role: "assistant",
          parts: [{ type: "text", content: "Five." }],
          "gen_ai.request.model": "gpt-5-mini",
          "gen_ai.usage.input_tokens": 12,
          "gen_ai.response.finish_reasons": ["stop"],
        },
      ],
    },
  ],
  annotations: {
    automated: { [messageId]: [annotation], c: [annotation], elsewhere: [annotation] },
    primary: {},
    review: { [messageId]: [annotation, annotation] },
  },
};

function connect(server: TestServer): BlueGuardrailsClient {
  return createBlueGuardrailsClient({ baseUrl: server.origin, auth: { apiKey: "the-key" } });
}

describe("exportLabelingProject", () => {
  test("takes a UUID, and gives everything as it came, dotted names too", async () => {
    const server = await startServer(() => success(exported));
    const result = await exportLabelingProject(connect(server), id);
    expect(result).toEqual(exported);
    const message = result.conversations[0]?.messages[0];
    expect(message?.["gen_ai.request.model"]).toBe("gpt-5-mini");
    expectTypeOf(message?.["gen_ai.usage.input_tokens"]).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(result.annotations.review).toEqualTypeOf<Record<string, Schema<"ExportAnnotation">[]>>();
    expect(server.requests.map(({ target }) => target)).toEqual([`/v1/labeling-projects/${id}/export`]);
  });

  test("looks a slug up first, since an export takes none", async () => {
    const server = await startServer(({ target }) => success(target.endsWith("/cats") ? exported.project : exported));
    await exportLabelingProject(connect(server), "cats");
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/v1/labeling-projects/cats",
      `/v1/labeling-projects/${id}/export`,
    ]);
  });

  test("of a project that is not there is the platform's error", async () => {
    const server = await startServer(() => failure(404, "Labeling project not found"));
    await expect(exportLabelingProject(connect(server), "dogs")).rejects.toSatisfy(isApiError);
  });

  test("refuses an empty name before anything is sent", async () => {
    const server = await startServer(() => success(exported));
    await expect(exportLabelingProject(connect(server), " ")).rejects.toMatchObject({ option: "project" });
    expect(server.requests).toHaveLength(0);
  });
});

describe("joinAnnotations", () => {
  test("ties what is under a message's id to the message, and drops nothing", () => {
    const { joined, unmatched } = joinAnnotations(exported, "automated");
    expect(joined).toEqual([{ conversationId: "c", message: exported.conversations[0]?.messages[0], annotation }]);
    expect(unmatched).toEqual([
      { key: "c", conversationId: "c", annotations: [annotation] },
      { key: "elsewhere", annotations: [annotation] },
    ]);
  });

  test("knows three layers, and refuses another", () => {
    // @ts-expect-error there is no such layer
    expect(() => joinAnnotations(exported, "reviewer")).toThrow(/layer must be one of automated, primary, review/);
  });

  test("keeps every annotation of a message", () => {
    expect(joinAnnotations(exported, "review").joined).toHaveLength(2);
    expect(joinAnnotations(exported, "primary")).toEqual({ joined: [], unmatched: [] });
  });
});
