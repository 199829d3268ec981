import { createAngoHubClient, exportTasks, importLabels, paginate, unwrap, type Schema } from "@labelwire/ango-hub";
import type { paths } from "@labelwire/ango-hub/schema";
import { getProjectTasks, getTask } from "@labelwire/ango-hub/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { startServer, success } from "./start-server.ts";

/** As `labelwire generate` writes the paths of a server of another version. */
interface OtherPaths {
  "/task/{taskId}": {
    parameters: { path: { taskId: string } };
    get: {
      parameters: { path: { taskId: string }; query: { verbose: boolean } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { data: { task: { id: number } } } } };
        204: { headers: Record<string, unknown>; content?: never };
      };
    };
    post: {
      parameters: { path: { taskId: string } };
      requestBody: { content: { "application/json": { note?: string } } };
      responses: { 201: { headers: Record<string, unknown>; content: { "application/json": "done" } } };
    };
  };
}

describe("a client of a server of another version", () => {
  test("is typed by its paths, and keeps the package's operations and workflows", async () => {
    const server = await startServer(() => success({ task: { id: 7, _id: "7" } }));
    const ango = createAngoHubClient<OtherPaths>({ baseUrl: server.origin, auth: { apiKey: "k" } });
    const params = { path: { taskId: "7" }, query: { verbose: true } };
    const { data } = await ango.GET("/task/{taskId}", { params });
    expectTypeOf(data).toEqualTypeOf<{ data: { task: { id: number } } } | undefined>();
    expect(data?.data.task.id).toBe(7);
    expect(server.requests[0]?.target).toBe("/task/7?verbose=true");

    const result = await unwrap(
      ango.POST("/task/{taskId}", { params: { path: { taskId: "7" } }, body: { note: "n" } }),
    );
    expectTypeOf(result).toEqualTypeOf<"done">();

    const task = await unwrap(getTask(ango, { params: { path: { taskId: "7" } } }));
    expectTypeOf(task.data.task).toEqualTypeOf<Schema<"LabelTask">>();
    const takesIt = (): unknown => [
      exportTasks(ango, { project: "p" }),
      importLabels(ango, { project: "p" }, []),
      paginate(ango, getProjectTasks, { params: { path: { projectId: "p" } } }),
      // @ts-expect-error this server has no such path
      ango.GET("/listProjects"),
      // @ts-expect-error the parameter is required here
      ango.GET("/task/{taskId}", { params: { path: { taskId: "7" } } }),
    ];
    expect(takesIt).toBeTypeOf("function");
  });
});

test("every path of the package takes its methods by type", () => {
  expectTypeOf<keyof paths>().toExtend<string>();
  expectTypeOf(createAngoHubClient<paths>).returns.toEqualTypeOf(createAngoHubClient());
});
