import { sentBody, type Exchange, type Item, type MockBehaviour, type MockTools } from "@labelwire/core/msw";

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
    tools.update("experiments", id, progress({ looked: count, total, nowMs: tools.now() }));
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
      experiments: ({ sent }) => {
        const total = listOf(sent, "conversation_ids").length;
        return { ...sent, ...progress({ looked: 0, total, nowMs: tools.now() }) };
      },
    },
    changed: ({ resource, does, item, exchange }) => {
      if (resource !== "experiments" || does !== "create") return;
      const id = String(item["id"]);
      const conversations = listOf(sentBody(exchange), "conversation_ids");
      looks.set(id, 0);
      sizes.set(id, conversations.length);
      for (const conversation of conversations) {
        tools.create("experimentItems", { experiment_id: id, source_conversation_id: conversation });
      }
    },
  };
}

interface Look {
  /** How often the experiment was looked at before. */
  readonly looked: number;
  /** How many items it has. */
  readonly total: number;
  readonly nowMs: number;
}

function progress({ looked, total, nowMs }: Look): Item {
  const isDone = looked >= looksUntilDone;
  const running = !isDone && looked > 0 ? total : 0;
  const completed = isDone ? total : 0;
  return {
    status_summary: { pending: total - running - completed, in_progress: running, completed, failed: 0, total },
    total_items_count: total,
    completed_items_count: completed,
    evaluations_expected: total,
    evaluations_received: completed,
    completed_at: isDone ? new Date(nowMs).toISOString() : null,
  };
}

function listOf(item: Item, name: string): readonly unknown[] {
  const value = item[name];
  return Array.isArray(value) ? value : [];
}
