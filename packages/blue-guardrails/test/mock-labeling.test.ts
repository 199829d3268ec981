import { exportLabelingProject, isApiError, joinAnnotations, unwrap } from "@labelwire/blue-guardrails";
import { createBlueGuardrailsMock, type BlueGuardrailsMock } from "@labelwire/blue-guardrails/msw";
import {
  bulkAssignLabelingTasks,
  claimLabelingTask,
  createLabelingAnnotation,
  createLabelingProject,
  getLabelingProject,
  listLabelingAnnotations,
  listLabelingTasks,
  updateLabelingAnnotation,
} from "@labelwire/blue-guardrails/operations";
import { describe, expect, test } from "vitest";
import { connectMock, id, other, workspace } from "./connect-mock.ts";

describe("the mock's labeling", () => {
  test("finds a project by slug, and exports what it holds", async () => {
    const mock = createBlueGuardrailsMock({ state: { projects: [{ slug: "cats" }] } });
    const guardrails = connectMock(mock);
    const exported = await exportLabelingProject(guardrails, "cats");
    expect(exported.project.slug).toBe("cats");
    const { joined, unmatched } = joinAnnotations(exported, "review");
    expect(joined.length).toBeGreaterThan(0);
    expect(unmatched).toEqual([]);
    await expect(exportLabelingProject(guardrails, "dogs")).rejects.toSatisfy(
      (error) => isApiError(error) && error.status === 404,
    );
    const unheld = connectMock(createBlueGuardrailsMock());
    const shown = await unwrap(getLabelingProject(unheld, { params: { path: { project_id_or_slug: "dogs" } } }));
    expect(shown.slug).toBe("dogs");
  });

  test("keeps what is created and decided", async () => {
    const guardrails = connectMock(createBlueGuardrailsMock());
    const body = { name: "Cats", slug: "cats", source_type: "conversations" } as const;
    expect(await unwrap(createLabelingProject(guardrails, { body }))).toMatchObject({ ...body, status: "draft" });
    const created = await unwrap(
      createLabelingAnnotation(guardrails, {
        body: { evaluation_id: id, start_offset: 0, end_offset: 4, label: "l", text: "Five" },
      }),
    );
    expect(created).toMatchObject({ status: "pending", reviewed: false, text: "Five" });
    const decided = await unwrap(
      updateLabelingAnnotation(guardrails, {
        params: { path: { annotation_id: created.id } },
        body: { status: "accepted", text: null },
      }),
    );
    expect(decided).toMatchObject({ id: created.id, status: "accepted", text: "Five" });
  });

  test("gives each free task away once", async () => {
    const tasks = [{ status: "pending" }, { status: "submitted" }, { status: "pending", source_task_id: other }];
    const mock = createBlueGuardrailsMock({
      state: { tasks: tasks.map((task) => ({ ...task, project_id: id })) },
    });
    const guardrails = connectMock(mock);
    const params = { path: { project_id: id } };
    const claimed = await unwrap(claimLabelingTask(guardrails, { params, body: { lane: "task" } }));
    expect(claimed).toMatchObject({ project_id: id, status: "pending", assignee_id: expect.any(String) });
    expect((await claimLabelingTask(guardrails, { params, body: { lane: "task" } })).error?.status).toBe(404);
    expect((await claimLabelingTask(guardrails, { params, body: { lane: "review" } })).error).toBeUndefined();

    const { items } = await unwrap(listLabelingTasks(guardrails, { params }));
    const task_ids = [...items.map((task) => task.id), other];
    const result = await unwrap(bulkAssignLabelingTasks(guardrails, { body: { task_ids, assignee_id: workspace } }));
    expect(result.processed).toHaveLength(2);
    expect(result.skipped).toEqual([items[1]?.id]);
    expect(result.errors).toMatchObject([{ task_id: other }]);
  });

  test("tells the lanes apart in the list of tasks", async () => {
    const list = (mock: BlueGuardrailsMock, lane: "task" | "review"): Promise<{ items: readonly unknown[] }> =>
      unwrap(listLabelingTasks(connectMock(mock), { params: { path: { project_id: id }, query: { lane } } }));
    const mock = createBlueGuardrailsMock({ state: { tasks: [{}, { source_task_id: other }] } });
    expect((await list(mock, "review")).items).toMatchObject([{ source_task_id: other }]);
    expect((await list(mock, "task")).items).toMatchObject([{ source_task_id: null }]);
    const made = { source_task_id: expect.any(String) };
    expect((await list(createBlueGuardrailsMock(), "review")).items).toMatchObject([made, made, made]);
  });

  test("has tasks to claim in both lanes where none were given", async () => {
    const params = { path: { project_id: id } };
    const guardrails = connectMock(createBlueGuardrailsMock());
    const review = await unwrap(claimLabelingTask(guardrails, { params, body: { lane: "review" } }));
    expect(review).toMatchObject({ project_id: id, source_task_id: expect.any(String) });
    const task = await unwrap(claimLabelingTask(guardrails, { params, body: { lane: "task" } }));
    expect(task).toMatchObject({ project_id: id, source_task_id: null });
    expect(task.id).not.toBe(review.id);
  });

  test("joins a task, its evaluations and their annotations", async () => {
    const mock = createBlueGuardrailsMock({
      state: {
        tasks: [
          { id, project_id: workspace, status: "pending" },
          { id: other, project_id: other },
        ],
        evaluations: [
          { id, task_id: id },
          { id: other, task_id: other },
        ],
        annotations: [
          { text: "ours", evaluation_id: id },
          { text: "theirs", evaluation_id: other },
        ],
      },
    });
    const guardrails = connectMock(mock);
    const list = async (query: { task_id?: string; project_id?: string; status?: "pending" }): Promise<unknown[]> =>
      (await unwrap(listLabelingAnnotations(guardrails, { params: { query } }))).items.map(({ text }) => text);
    expect(await list({})).toEqual(["ours", "theirs"]);
    expect(await list({ task_id: id })).toEqual(["ours"]);
    expect(await list({ project_id: other })).toEqual(["theirs"]);
    expect(await list({ task_id: id, project_id: other })).toEqual([]);

    const body = { evaluation_id: id, start_offset: 0, end_offset: 1, label: "l", text: "new" };
    await unwrap(createLabelingAnnotation(guardrails, { body }));
    expect(await list({ task_id: id, project_id: workspace })).toEqual(["ours", "new"]);
    expect(await list({ task_id: id, status: "pending" })).toContain("new");
    const astray = await createLabelingAnnotation(guardrails, { body: { ...body, evaluation_id: workspace } });
    expect(astray.error?.status).toBe(404);

    const params = { path: { project_id: workspace } };
    const claimed = await unwrap(claimLabelingTask(guardrails, { params, body: { lane: "task" } }));
    expect(claimed.labeling_evaluations).toMatchObject([
      { task_id: id, labeling_annotations: [{ text: "ours" }, { text: "new" }] },
    ]);
  });

  test("exports the annotations of a project's evaluations, reviews apart", async () => {
    const message = { id: "2f0a4c6e-1b3d-4e5f-8a9b-0c1d2e3f4a5b", role: "assistant" };
    const mock = createBlueGuardrailsMock({
      state: {
        projects: [{ id: workspace, slug: "cats" }],
        tasks: [
          { id, project_id: workspace },
          { id: other, project_id: workspace, source_task_id: id },
          { id: workspace, project_id: other },
        ],
        conversations: [{ messages: [message] }],
        evaluations: [id, other, workspace].map((each) => ({ id: each, task_id: each, message_id: message.id })),
        annotations: [id, other, workspace].map((each) => ({ evaluation_id: each, text: each })),
      },
    });
    const exported = await exportLabelingProject(connectMock(mock), "cats");
    const texts = (layer: "automated" | "primary" | "review"): unknown[] =>
      joinAnnotations(exported, layer).joined.map(({ annotation }) => annotation.text);
    expect([texts("automated"), texts("primary"), texts("review")]).toEqual([[], [id], [other]]);
  });

  test("lists every annotation where no evaluation says which task it is of", async () => {
    const mock = createBlueGuardrailsMock({ state: { annotations: [{}, {}] } });
    const params = { query: { task_id: id, project_id: other } };
    expect((await unwrap(listLabelingAnnotations(connectMock(mock), { params }))).items).toHaveLength(2);
  });

  test("shows with a task what its evaluations were given", async () => {
    const evaluations = [{ task_id: id, labeling_annotations: [{ text: "Five" }] }];
    const mock = createBlueGuardrailsMock({ state: { tasks: [{ id, status: "pending" }], evaluations } });
    const params = { path: { project_id: workspace } };
    const [evaluation] = (await unwrap(claimLabelingTask(connectMock(mock), { params, body: { lane: "task" } })))
      .labeling_evaluations;
    expect(evaluation?.labeling_annotations).toMatchObject([{ text: "Five", evaluation_id: evaluation?.id }]);
  });
});
