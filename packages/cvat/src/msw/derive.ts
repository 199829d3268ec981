import type { Item } from "@labelwire/core/msw";

interface Place {
  readonly baseUrl: string;
}

type Derive = (item: Item, place: Place) => Item;

const link =
  (collection: string): Derive =>
  ({ id }, { baseUrl }) => ({ url: `${baseUrl}/api/${collection}/${String(id)}` });

/** A link to what belongs to an item, as `tasks` and `jobs` have them to their labels. */
function parts(collection: string, parent: string, { id }: Item, { baseUrl }: Place): Item {
  return { url: `${baseUrl}/api/${collection}?${parent}=${String(id)}` };
}

/** What follows from the rest of an item: links to itself and to its parts, and the number of frames between two. */
export const derivations: Readonly<Record<string, Derive>> = {
  tasks: (item, place) => ({
    ...link("tasks")(item, place),
    organization: item["organization_id"],
    jobs: parts("jobs", "task_id", item, place),
    labels: parts("labels", "task_id", item, place),
  }),
  jobs: (item, place) => ({
    ...link("jobs")(item, place),
    frame_count: Math.max(Number(item["stop_frame"]) - Number(item["start_frame"]) + 1, 0),
    labels: parts("labels", "job_id", item, place),
    issues: parts("issues", "job_id", item, place),
  }),
  projects: (item, place) => ({
    ...link("projects")(item, place),
    organization: item["organization_id"],
    tasks: parts("tasks", "project_id", item, place),
    labels: parts("labels", "project_id", item, place),
  }),
  issues: (item, place) => ({ comments: parts("comments", "issue_id", item, place) }),
  users: link("users"),
  webhooks: link("webhooks"),
};
