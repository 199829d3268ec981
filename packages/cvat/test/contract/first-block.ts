/* eslint-disable no-console -- the block stands as users write it */
import type { ApiError, CvatClient, Page } from "@labelwire/cvat";
import { expectTypeOf } from "vitest";
import { files, onProgress, requestId, show, signal } from "./prelude.ts";

// The block, word for word; only the lines are broken as everywhere.
import {
  collect,
  createCvatClient,
  exportDataset,
  isApiError,
  paginate,
  unwrap,
  uploadTaskData,
  waitForRequest,
} from "@labelwire/cvat";
import { tasksList, tasksRetrieve } from "@labelwire/cvat/operations";
import type { Schema } from "@labelwire/cvat";

type Task = Schema<"TaskRead">; // every schema by its name

const cvat = createCvatClient({
  baseUrl: "https://app.cvat.ai", // default: the hosted service
  auth: { accessToken: process.env["CVAT_ACCESS_TOKEN"] }, // or { token }, { username, password }, or an async function for any of them;
  // undefined is a ConfigError at the first call, not at import
  organization: "acme", // undefined: everything visible; null or "": personal workspace; slug: that organization
});

// 1. Typed paths, in openapi-fetch's call shape: { data, error, response }, no throw for an HTTP error.
const { data, error, response } = await cvat.GET("/api/tasks/{id}", { params: { path: { id: 7 } } });

// 2. Operation functions: same params and body, same result; tree-shakable, cheap to type-check, documented on hover.
const task: Task = await unwrap(tasksRetrieve(cvat, { params: { path: { id: 7 } } })); // the data, or throws the ApiError

// 3. Pagination: one call shape on every platform, whatever its style.
for await (const task of paginate(cvat, tasksList, { params: { query: { status: "completed" } } }))
  console.log(task.name);
const pages = paginate(cvat, tasksList).pages(); // pages with items, total where the platform gives one, and a resume cursor
const first500 = await collect(paginate(cvat, tasksList, {}, { prefetch: 2 }), { maxItems: 500 });

// 4. Scope is immutable: a child client, safe under concurrency.
const personal = cvat.with({ organization: null });

// 5. Long-running work: a deadline, progress, abort.
const finished = await waitForRequest(cvat, requestId, {
  timeoutMs: 600_000,
  signal,
  onProgress: ({ fraction }) => show(fraction),
});

// 6. Workflows: what the platform takes several calls for.
const file = await exportDataset(cvat, { task: 7 }, { format: "COCO 1.0", saveImages: true, onProgress });
await file.save("./exports/"); // Node; or file.stream() / file.blob() anywhere
await uploadTaskData(cvat, 7, files, { imageQuality: 70, onProgress });

// 7. Errors: one family on every platform, the same object in both styles.
try {
  await unwrap(tasksRetrieve(cvat, { params: { path: { id: 0 } } }));
} catch (e) {
  if (isApiError(e)) console.log(e.status, e.code, e.message, e.requestId, e.details, e.operation);
}

// 8. It is an openapi-fetch client underneath: middleware works, and `cvat.fetch` is the whole pipeline as a plain fetch
//    (auth, scope, retry, deadlines, redirects) for anything else that takes one, openapi-react-query included.
cvat.use({
  onRequest: ({ request }) => {
    request.headers.set("x-trace", "1");
  },
});

// What the test looks at.
expectTypeOf(data).toEqualTypeOf<Task | undefined>();
expectTypeOf(pages).toEqualTypeOf<AsyncGenerator<Page<Task>, void, undefined>>();
expectTypeOf(finished).toEqualTypeOf<Schema<"Request">>();

export const block: {
  readonly data: Task | undefined;
  readonly error: ApiError | undefined;
  readonly response: Response;
  readonly task: Task;
  readonly first500: readonly Task[];
  readonly finished: Schema<"Request">;
  readonly personal: CvatClient;
} = { data, error, response, task, first500, finished, personal };
