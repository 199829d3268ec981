import type { Frame, Platform } from "./platform.ts";
import { jpegBytes } from "./jpeg-bytes.ts";
import { makeJob, makeLabel, makeProject, makeTask } from "./make-rows.ts";

/**
 * Fills a platform: 530 tasks in `acme`, 12 in the personal workspace of ada, a job for every task that has data. Task 7 is there
 * without data, task 8 with two frames.
 */
export function addSampleWork(platform: Platform): void {
  const { rows, frames, accounts } = platform;
  const owner = accounts.users[0];
  const project = makeProject({ id: 2, name: "animals", owner, organization: 1 });
  rows.projects.set(2, project);
  rows.labels.set(1, makeLabel({ id: 1, name: "cat", project_id: 2 }));
  rows.labels.set(2, makeLabel({ id: 2, name: "dog", project_id: 2 }));
  for (let id = 1; id <= 542; id += 1) {
    const organization = id <= 530 ? 1 : null;
    const task = makeTask({ id, name: `task ${id}`, owner, organization });
    const status = id % 7 === 0 ? "completed" : "annotation";
    if (id === 7) {
      rows.tasks.set(id, { ...task, name: "cats", status });
      continue;
    }
    const pictures: readonly Frame[] = ["one", "two"].map((name) => ({ name: `${name}.jpg`, bytes: jpegBytes(name) }));
    frames.set(id, pictures);
    rows.tasks.set(id, { ...task, status, size: pictures.length, data: id, mode: "annotation" });
    const assignee = accounts.users[id % 2];
    rows.jobs.set(id, makeJob({ id, task, assignee, frameCount: pictures.length }));
  }
}
