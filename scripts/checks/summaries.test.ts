import { expect, test } from "vitest";
import { checkSummaries } from "./summaries.ts";
import { repositoryOf } from "./testing.ts";

const file = "packages/acme/src/generated/openapi.json";

function problemsOf(paths: unknown): readonly string[] {
  const files = { "specs/acme/openapi.yaml": "", [file]: JSON.stringify({ paths }) };
  return checkSummaries(repositoryOf(files)).map(({ problem }) => problem);
}

function summarized(operationId: string, summary?: string, description?: string): readonly string[] {
  return problemsOf({ "/project/{projectId}/tasks": { parameters: [], get: { operationId, summary, description } } });
}

test("a summary that says more than the name passes", () => {
  expect(summarized("getProjectTasks", "Pages through a project's tasks, newest first.")).toEqual([]);
});

test("a missing summary is found", () => {
  expect(summarized("getProjectTasks")).toEqual(["getProjectTasks has no summary"]);
});

test.each([
  "Get project tasks",
  "Lists all the tasks of a project.",
  "Get Tasks by projectId",
  "Retrieve each project's task",
])("%s is found to rearrange the name", (summary) => {
  expect(summarized("getProjectTasks", summary)).toEqual([
    `the summary of getProjectTasks, "${summary}", only rearranges its name or path`,
  ]);
});

test("a word that the method says already tells nothing, and the finding says where to write what", () => {
  const paths = { "/labels/{id}": { delete: { operationId: "labels_destroy", summary: "Removes a label." } } };
  const files = { "specs/acme/openapi.yaml": "", [file]: JSON.stringify({ paths }) };
  expect(checkSummaries(repositoryOf(files))).toEqual([
    {
      file,
      problem: 'the summary of labels_destroy, "Removes a label.", only rearranges its name or path',
      mend: "Write into the overlay, at $.paths['/labels/{id}'].delete, what its name does not say: on what, to what end, or with what effect, in our own words.",
    },
  ]);
});

test("a summary repeated as the description is found", () => {
  const summary = "Pages through a project's tasks, newest first.";
  expect(summarized("getProjectTasks", summary, summary)).toEqual([
    "getProjectTasks repeats its summary as its description",
  ]);
});

test("two operations with one summary are found", () => {
  const problems = problemsOf({
    "/task": { post: { operationId: "addTask", summary: "Queues work for annotators." } },
    "/tasks": { post: { operationId: "addTasks", summary: "Queues work for annotators" } },
  });
  expect(problems).toEqual(['addTasks and addTask share the summary "Queues work for annotators"']);
});

test("a platform without its compiled spec is found", () => {
  expect(checkSummaries(repositoryOf({ "specs/acme/openapi.yaml": "" }))).toEqual([
    expect.objectContaining({ file, problem: "is missing" }),
  ]);
});

test("a part's operations are looked at too", () => {
  const document = JSON.stringify({ paths: { "/barn": { get: { operationId: "getBarn" } } } });
  const files = {
    "specs/acme/openapi.yaml": "",
    "specs/acme/farm/openapi.yaml": "",
    [file]: "{}",
    "packages/acme/src/farm/generated/openapi.json": document,
  };
  expect(checkSummaries(repositoryOf(files)).map(({ problem }) => problem)).toEqual(["getBarn has no summary"]);
});
