import {
  createStardustClient,
  exportTasks,
  isBox2dSlot,
  isDecodeError,
  isTextSlot,
  type Schema,
  type StardustClient,
} from "@labelwire/stardust";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

function connect(server: TestServer): StardustClient {
  return createStardustClient({ baseUrl: server.origin, auth: { accessKey: "k", secretKey: "s" }, retry: false });
}

const slots = [
  { type: "text", id: "1", text: "cat", start: 3, length: 3, confirmed: true },
  { type: "box2d", id: "2", plane: { topLeft: { x: 1, y: 2 } } },
  { type: "polygon", id: "3", vertices: [[1, 2]] },
];
const result = {
  annotations: [{ key: "box2d-[e3030]", label: "cat", type: "slot", slots }],
  hints: [],
  issues: [],
  metadata: {},
  notes: [],
};

describe("exportTasks", () => {
  test("sends the project alone unless told more, and answers with the results", async () => {
    const server = await startServer(() => success({ annotationResultList: [result] }));
    const results = await exportTasks(connect(server), { project: 12 });
    expect(results).toEqual([result]);
    expectTypeOf(results).toEqualTypeOf<Schema<"AnnotationResult">[]>();
    expect(server.requests[0]?.json).toEqual({ projectId: 12 });
  });

  test("sends days, from texts and dates, and tasks", async () => {
    const server = await startServer(() => success({ annotationResultList: [] }));
    await exportTasks(
      connect(server),
      { project: "12" },
      {
        completeTimeAfter: "2026-01-01",
        completeTimeBefore: new Date("2026-02-01T23:30:00-02:00"),
        taskIds: [7n],
      },
    );
    expect(server.requests[0]?.json).toEqual({
      projectId: 12,
      completeTimeAfter: "2026-01-01",
      completeTimeBefore: "2026-02-02",
      taskIds: [7],
    });
  });

  test("gives slots that tell their kind apart", async () => {
    const server = await startServer(() => success({ annotationResultList: [result] }));
    const [first] = await exportTasks(connect(server), { project: 12 });
    const all = first?.annotations?.flatMap((annotation) => annotation.slots ?? []) ?? [];
    const [text] = all.filter(isTextSlot);
    const [box] = all.filter(isBox2dSlot);
    expect([text?.text, box?.plane?.topLeft?.x, all.map(({ type }) => type)]).toEqual([
      "cat",
      1,
      ["text", "box2d", "polygon"],
    ]);
    expectTypeOf(text).toEqualTypeOf<Schema<"SlotText"> | undefined>();
  });

  test.each<[option: string, selection: object, message: string, target?: object]>([
    ["options.completeTimeAfter", { completeTimeAfter: "2026-02-31" }, "a day that does not exist"],
    ["options.completeTimeAfter", { completeTimeAfter: "1 May" }, "is not a day"],
    ["options.completeTimeBefore", { completeTimeBefore: new Date("never") }, "is an invalid Date"],
    [
      "options.completeTimeBefore",
      { completeTimeAfter: "2026-02-01", completeTimeBefore: "2026-01-01" },
      "is not later than",
    ],
    [
      "options.completeTimeBefore",
      { completeTimeAfter: "2026-02-01", completeTimeBefore: "2026-02-01" },
      "is not later than",
    ],
    ["options.taskIds", { taskIds: [] }, "at least one"],
    ["options.completedAfter", { completedAfter: "2026-01-01" }, "There is no option"],
    ["target.project", {}, "is required", {}],
    ["target.projectId", {}, "There is no option", { projectId: 1 }],
  ])("refuses %s before anything is sent", async (option, selection, message, target = { project: 1 }) => {
    const server = await startServer(() => success({ annotationResultList: [] }));
    // What JavaScript callers can pass: a misspelt condition would select everything.
    const work = exportTasks(connect(server), target as { project: number }, selection);
    await expect(work).rejects.toMatchObject({
      name: "ConfigError",
      option,
      message: expect.stringContaining(message),
    });
    expect(server.requests).toEqual([]);
  });

  test("takes no signal as null, as fetch does, and refuses what is none", async () => {
    const server = await startServer(() => success({ annotationResultList: [] }));
    expect(await exportTasks(connect(server), { project: 12 }, { signal: null })).toEqual([]);
    const signal = new AbortController() as never;
    const refused = expect.objectContaining({ name: "ConfigError", option: "options.signal" });
    await expect(exportTasks(connect(server), { project: 12 }, { signal })).rejects.toEqual(refused);
    expect(server.requests).toHaveLength(1);
  });

  test("gives nothing for no list, and rejects an answer that does not speak of results", async () => {
    const answers = ['{"annotationResultList":null}', "null", "{}"];
    const server = await startServer((_, { requests }) => success(answers[requests.length - 1]));
    const stardust = connect(server);
    expect(await exportTasks(stardust, { project: 12 })).toEqual([]);
    for (let count = 1; count < answers.length; count += 1) {
      const error: unknown = await exportTasks(stardust, { project: 12 }).catch((reason: unknown) => reason);
      expect(isDecodeError(error) && error.message).toContain("a success without data.annotationResultList");
      expect(error).toMatchObject({ status: 200, operation: "export_tasks", requestId: "77bdf4cd17159398" });
    }
  });

  test("rejects with the platform's failure inside HTTP 200, and with the reason of an abort", async () => {
    const server = await startServer(() => failure(400, "Invalid Parameter"));
    await expect(exportTasks(connect(server), { project: 12 })).rejects.toMatchObject({ status: 200, code: 400 });
    const signal = AbortSignal.abort("changed my mind");
    await expect(exportTasks(connect(server), { project: 12 }, { signal })).rejects.toBe("changed my mind");
  });
});
