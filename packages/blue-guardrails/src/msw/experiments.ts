import { isPlainObject } from "@labelwire/core";
import type { Exchange, Item, MockBehaviour, MockTools } from "@labelwire/core/msw";

/** How often an experiment is looked at before it is done: a client that waits sees it pending, then in progress. */
const looksUntilDone = 2;

/** Experiments that were created in the mock: they progress from look to look, and have one item for each conversation. */
export function createExperiments(
  tools: MockTools<never>,
): Required<Pick<MockBehaviour<never>, "operations" | "writes" | "changed">> {
  const looks = new Map<string, number>();
  const sizes = new Map<string, number>();

  const show = ({ params }: Exchange): undefined => {
    const id = String(params.path["experiment_id"]);
    const count = looks.get(id);
    const total = sizes.get(id) ?? 0;
    if (count === undefined) return undefined;
    looks.set(id, count + 1);
    // What is not answered here is answered from the collection, which has the progress by then.
    tools.update("experiments", id, progress(count, total));
    return undefined;
  };

  const listItems = (exchange: Exchange): Response | undefined => {
    // Where no items were given or made, the list is made up whole.
    if (!tools.isHeld("experimentItems")) return undefined;
    const items = tools.items("experimentItems", { experiment_id: exchange.params.path["experiment_id"] });
    const { limit, cursor } = exchange.params.query;
    const start = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isInteger(start) || start < 0) return tools.refuse(400, "Invalid cursor");
    const end = start + Number(limit ?? 20);
    const hasMore = end < items.length;
    const page = items
      .slice(start, end)
      .map(({ id, created_at: createdAt }) =>
        tools.value("ExperimentItemSummary", { purpose: String(id), given: { id, created_at: createdAt } }),
      );
    return tools.succeed(exchange, { items: page, has_more: hasMore, next_cursor: hasMore ? String(end) : null });
  };

  return {
    operations: { get_experiment: show, list_experiment_items: listItems },
    writes: {
      experiments: ({ sent }) => ({ ...sent, ...progress(0, listOf(sent, "conversation_ids").length) }),
    },
    changed: ({ resource, does, item, exchange }) => {
      if (resource !== "experiments" || does !== "create") return;
      const id = String(item["id"]);
      const conversations = isPlainObject(exchange.body) ? listOf(exchange.body, "conversation_ids") : [];
      looks.set(id, 0);
      sizes.set(id, conversations.length);
      for (const conversation of conversations) {
        tools.create("experimentItems", { experiment_id: id, source_conversation_id: conversation });
      }
    },
  };
}

function progress(looked: number, total: number): Item {
  const isDone = looked >= looksUntilDone;
  const running = !isDone && looked > 0 ? total : 0;
  const completed = isDone ? total : 0;
  return {
    status_summary: { pending: total - running - completed, in_progress: running, completed, failed: 0, total },
    total_items_count: total,
    completed_items_count: completed,
    evaluations_expected: total,
    evaluations_received: completed,
    completed_at: isDone ? "2026-01-15T09:30:00Z" : null,
  };
}

function listOf(item: Item, name: string): readonly unknown[] {
  const value = item[name];
  return Array.isArray(value) ? value : [];
}
