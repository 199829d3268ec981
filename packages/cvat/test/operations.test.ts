import { createCvatClient, paginate, unwrap, type Schema } from "@labelwire/cvat";
import specification from "@labelwire/cvat/openapi.json" with { type: "json" };
import * as operations from "@labelwire/cvat/operations";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, expectTypeOf, test } from "vitest";
import { callEveryOperation } from "./operation-calls.ts";
import { startServer, type Answer, type ReceivedRequest } from "./servers/start-server.ts";

/** As much of an OpenAPI operation as the checks need. */
interface SpecifiedOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: { readonly type?: string };
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

const ajv = new Ajv({ strict: false, coerceTypes: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(specification, "openapi");

// The compiled specification is wider than these shapes, and checked when it is generated.
const paths = specification.paths as unknown as Record<string, Record<string, SpecifiedOperation>>;
const specified = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ["get", "post", "put", "patch", "delete"].includes(method))
    .map(([method, operation]) => ({ path, method, operation, pointer: `/paths/${escape(path)}/${method}` })),
);

function escape(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** `tasks_list` → `tasksList`. */
function functionName(id: string): string {
  return id.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function isValid(schema: object, value: unknown): void {
  const validate = ajv.compile(schema);
  validate(value);
  expect(validate.errors).toBeNull();
}

function checkQuery(request: ReceivedRequest, { operation, pointer }: (typeof specified)[number]): void {
  const declared = operation.parameters ?? [];
  const query = declared.filter((parameter) => parameter.in === "query");
  for (const name of request.url.searchParams.keys()) expect(query.map((parameter) => parameter.name)).toContain(name);
  for (const parameter of query) {
    const sent = request.url.searchParams.get(parameter.name);
    if (parameter.required === true) expect(sent).not.toBeNull();
    if (sent === null) continue;
    const isText = parameter.schema.type === "string" || !/^(?:\d+|true|false)$/.test(sent);
    const schema = { $ref: `openapi#${encodeURI(pointer)}/parameters/${declared.indexOf(parameter)}/schema` };
    isValid(schema, isText ? sent : JSON.parse(sent));
  }
}

function checkBody(request: ReceivedRequest, { operation, pointer }: (typeof specified)[number]): void {
  const mediaType = request.headers["content-type"]?.split(";")[0];
  if (mediaType === undefined) {
    expect(request.body).toHaveLength(0);
    return;
  }
  expect(Object.keys(operation.requestBody?.content ?? {})).toContain(mediaType);
  if (mediaType === "application/json") {
    const schema = { $ref: `openapi#${encodeURI(`${pointer}/requestBody/content/${escape(mediaType)}/schema`)}` };
    isValid(schema, JSON.parse(request.body.toString()));
  } else {
    expect(request.body.toString()).toMatch(
      /name="(?:\w+_)?file"; filename="contents\.bin"\r\n[^]*\r\n\r\ncontents\r\n/,
    );
  }
}

const byName = new Map(Object.entries(operations).map(([name, operation]) => [operation.id, { name, operation }]));

function answerAs(kind: string | undefined): Answer {
  if (kind === "none") return { status: 204 };
  if (kind === "blob") return { headers: { "content-type": "image/png" }, body: new Uint8Array([1, 2, 3]) };
  return kind === "text" ? { headers: { "content-type": "text/plain" }, body: "GET" } : { body: { echoed: true } };
}

describe("every operation over HTTP, as the specification has it", () => {
  test.each(specified)("$operation.operationId: $method $path", async (entry) => {
    const known = byName.get(entry.operation.operationId);
    const server = await startServer(() => answerAs(known?.operation.response));
    const cvat = createCvatClient({ baseUrl: server.origin, auth: { accessToken: "a-token" }, organization: "acme" });
    const call = callEveryOperation(cvat)[functionName(entry.operation.operationId)];
    expect(call, "has a call in operation-calls.ts").toBeDefined();
    const result = await call?.();

    expect(result?.error).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    if (request === undefined) return;
    expect(request.method.toLowerCase()).toBe(entry.method);
    expect(request.headers).toMatchObject({ authorization: "Bearer a-token", "x-organization": "acme" });
    expect(request.headers.accept).not.toBe("application/json");
    const template = new RegExp(`^${entry.path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/{}]+")}$`);
    expect(request.url.pathname).toMatch(template);
    checkQuery(request, entry);
    checkBody(request, entry);
  });

  test("there are 153, and the package exports exactly these", () => {
    const ids = specified.map(({ operation }) => operation.operationId).sort();
    expect(ids).toHaveLength(153);
    expect([...byName.keys()].sort()).toEqual(ids);
    expect(Object.keys(operations).sort()).toEqual(ids.map(functionName).sort());
    expect(Object.keys(specification.components.schemas)).toHaveLength(186);
  });

  test("every list is paged, and nothing else", () => {
    const paged = Object.values(operations).filter((operation) => "page" in operation);
    const lists = specified.filter(({ operation }) => operation.parameters?.some(({ name }) => name === "page"));
    const whole = ["lambda_list_functions", "lambda_list_requests", "server_list_share"];
    const expected = [...lists.map(({ operation }) => operation.operationId), ...whole];
    expect(lists).toHaveLength(19);
    expect(paged.map(({ id }) => id).sort()).toEqual([...expected, "cloudstorages_retrieve_content_v2"].sort());
  });

  test("the organization is a parameter where a list is filtered by it, and nowhere else", () => {
    const scoped = specified.filter(({ operation }) =>
      operation.parameters?.some(({ name }) => ["org", "org_id", "X-Organization"].includes(name)),
    );
    const ids = scoped.map(({ operation }) => operation.operationId).sort();
    expect(ids).toEqual(["events_create_export", "events_list", "requests_list"]);
  });
});

describe("the types of answers", () => {
  test("are true of what the server sends", () => {
    type Task = Schema<"TaskRead">;
    expectTypeOf<Task["id"]>().toEqualTypeOf<number>();
    expectTypeOf<Task["owner"]>().toEqualTypeOf<Schema<"BasicUser"> | null>();
    expectTypeOf<Task["project_id"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Task["size"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Schema<"JobRead">["target_storage"]>().toEqualTypeOf<Schema<"Storage"> | null>();
    expectTypeOf<Schema<"Request">["message"]>().toEqualTypeOf<string>();
    expectTypeOf<Schema<"Request">["progress"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Schema<"RequestStatus">>().toEqualTypeOf<
      "queued" | "started" | "failed" | "finished" | (string & {})
    >();
    expectTypeOf<Schema<"LabeledShape">["points"]>().toEqualTypeOf<number[]>();
    expectTypeOf<Schema<"LabeledDataRequest">>().toExtend<{ shapes?: unknown[] }>();
    expectTypeOf<Schema<"MetaUser">>().toEqualTypeOf<Schema<"User"> | Schema<"BasicUser">>();
    expectTypeOf<Schema<"DataResponse">>().toEqualTypeOf<Schema<"RqId">>();
    expectTypeOf<Schema<"PaginatedTaskReadList">["next"]>().toEqualTypeOf<string | null>();
  });

  test("say what is bytes, what is text and what is not known", async () => {
    const server = await startServer(() => answerAs("blob"));
    const cvat = createCvatClient({ baseUrl: server.origin, auth: { accessToken: "a-token" } });
    const params = { path: { id: 7 }, query: { type: "frame", number: 0 } } as const;
    const { data } = await operations.tasksRetrieveData(cvat, { params });
    expectTypeOf(data).toEqualTypeOf<Blob | undefined>();
    expect(data).toBeInstanceOf(Blob);
    expect(data?.type).toBe("image/png");

    type Answered<Call extends (...parameters: never[]) => Promise<{ data?: unknown }>> = Awaited<
      ReturnType<Call>
    >["data"];
    expectTypeOf<Answered<typeof operations.tasksRetrievePreview>>().toEqualTypeOf<Blob | undefined>();
    expectTypeOf<Answered<typeof operations.qualityRetrieveReportData>>().toEqualTypeOf<Blob | undefined>();
    expectTypeOf<Answered<typeof operations.authRetrieveRules>>().toEqualTypeOf<Blob | undefined>();
    expectTypeOf<Answered<typeof operations.cloudstoragesRetrieveActions>>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Answered<typeof operations.webhooksCreateDeliveriesRedelivery>>().toEqualTypeOf<unknown>();
    expectTypeOf<Answered<typeof operations.jobsUpdateAnnotations>>().toEqualTypeOf<
      Schema<"LabeledData"> | undefined
    >();
    expectTypeOf<Answered<typeof operations.tasksCreateDatasetExport>>().toEqualTypeOf<Schema<"RqId"> | undefined>();
    expectTypeOf<Answered<typeof operations.requestsCreateCancel>>().toEqualTypeOf<undefined>();
  });

  test("annotations that were read can be sent back", async () => {
    const read = { version: 3, tags: [], shapes: [], tracks: [], intervals: [] };
    const server = await startServer(() => ({ body: read }));
    const cvat = createCvatClient({ baseUrl: server.origin, auth: { accessToken: "a-token" } });
    const item = { params: { path: { id: 7 } } };
    const body = await unwrap(operations.tasksRetrieveAnnotations(cvat, item));
    const stored = await unwrap(operations.tasksUpdateAnnotations(cvat, { ...item, body }));
    expectTypeOf(stored).toEqualTypeOf<Schema<"LabeledData">>();
    expect(stored).toEqual(read);
    expect(JSON.parse(server.requests[1]?.body.toString() ?? "")).toEqual(read);
  });
});

describe("the types of lists", () => {
  test("know their fields, several of them, and all on one page", async () => {
    const server = await startServer(() => ({ body: { count: 0, next: null, previous: null, results: [] } }));
    const cvat = createCvatClient({ baseUrl: server.origin, auth: { accessToken: "a-token" } });
    type Query = NonNullable<NonNullable<operations.TasksListInit["params"]>["query"]>;
    expectTypeOf<Query["page_size"]>().toEqualTypeOf<number | "all" | undefined>();
    expectTypeOf<"-updated_date">().toExtend<NonNullable<Query["sort"]>>();
    expectTypeOf<Query["search"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Query>().not.toHaveProperty("org");

    const query = { page_size: "all", sort: "-updated_date,name" } as const;
    await unwrap(operations.tasksList(cvat, { params: { query } }));
    expect(server.requests[0]?.url.search).toBe("?page_size=all&sort=-updated_date%2Cname");
  });

  test("give their items", () => {
    const cvat = createCvatClient({ auth: { accessToken: "a-token" } });
    const content = { params: { path: { id: 7 } } };
    expectTypeOf(paginate(cvat, operations.tasksList)).toExtend<AsyncIterable<Schema<"TaskRead">>>();
    expectTypeOf(paginate(cvat, operations.serverListShare)).toExtend<AsyncIterable<Schema<"FileInfo">>>();
    expectTypeOf(paginate(cvat, operations.cloudstoragesRetrieveContentV2, content)).toExtend<
      AsyncIterable<Schema<"FileInfo">>
    >();
    expect(operations.tasksList.page).toBe(operations.jobsList.page);
  });
});
