import { createCvatClient, exportDataset, isLabelwireError, paginate, type CvatClient } from "@labelwire/cvat";
import { tasksList } from "@labelwire/cvat/operations";

const form = find("form");
const list = find("ul");
const status = find("p");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const accessToken = find("input").value;
  const cvat = createCvatClient({ baseUrl: location.origin, auth: { accessToken } });
  void report(() => showTasks(cvat));
});

/** Shows the tasks of all pages, each with a button that exports it. */
async function showTasks(cvat: CvatClient): Promise<string> {
  list.replaceChildren();
  for await (const { id, name } of paginate(cvat, tasksList, { params: { query: { page_size: 25 } } })) {
    const button = document.createElement("button");
    button.textContent = `Export ${name}`;
    button.addEventListener("click", () => void report(() => saveExport(cvat, id)));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  return `${list.children.length} tasks`;
}

/** Exports a task, waits until the server has it ready, and hands the archive to the browser's downloads. */
async function saveExport(cvat: CvatClient, task: number): Promise<string> {
  const onProgress = ({ phase }: { readonly phase: string }): void => {
    status.textContent = `${phase} …`;
  };
  const file = await exportDataset(cvat, { task }, { format: "COCO 1.0", onProgress });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await file.blob());
  link.download = file.name;
  link.click();
  // Some browsers read the URL after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
  return `${file.name} saved`;
}

/** Says what came of it: the client's errors are sentences that a user can read. */
async function report(work: () => Promise<string>): Promise<void> {
  try {
    status.textContent = await work();
  } catch (error) {
    if (!isLabelwireError(error)) throw error;
    status.textContent = error.message;
  }
}

function find<Name extends "form" | "input" | "p" | "ul">(name: Name): HTMLElementTagNameMap[Name] {
  const element = document.querySelector(name);
  if (element === null) throw new Error(`The page has no <${name}>.`);
  return element;
}
