import { isPlainObject } from "@labelwire/core";
import { sentBody, type Exchange, type Item, type MockTools } from "@labelwire/core/msw";
import type { Target } from "./targets.ts";

const kinds = ["tags", "shapes", "tracks", "intervals"] as const;
type Kind = (typeof kinds)[number];

/** Annotations as the server sends them. */
export type LabeledData = Readonly<Record<Kind, readonly Item[]>> & { readonly version: number };

/** What the tasks of a mock are annotated with. A job's annotations are those of its task on the job's frames. */
export interface AnnotationStore {
  /** What was written; empty where nothing was. */
  readonly of: (target: Target) => LabeledData;
  /** True where something was written, or taken away. */
  readonly isKnown: (target: Target) => boolean;
  /** Answers PUT: what is sent takes the place of all there was. */
  readonly replace: (exchange: Exchange, target: Target) => Response;
  /** Answers PATCH by its `action`: adds, changes by id, or takes away what is sent. */
  readonly change: (exchange: Exchange, target: Target) => Response;
  readonly clear: (target: Target) => void;
}

const empty: LabeledData = { version: 0, tags: [], shapes: [], tracks: [], intervals: [] };
const common = { group: 0, source: "manual", attributes: [] };
// What the server adds to an object that was sent without (schema 2.73).
const defaults: Readonly<Record<Kind, Item>> = {
  tags: common,
  shapes: { ...common, occluded: false, outside: false, z_order: 0, rotation: 0, score: 1, points: [], elements: [] },
  tracks: { ...common, shapes: [], elements: [] },
  intervals: { ...common, score: 1, stop: null },
};

/** Makes an {@link AnnotationStore} in which nothing is annotated. */
export function createAnnotationStore(tools: MockTools<never>): AnnotationStore {
  const byTask = new Map<unknown, LabeledData>();
  let lastId = 0;

  const taskOf = ({ kind, id, item }: Target): unknown => (kind === "job" ? Number(item["task_id"]) : id);
  const held = (target: Target): LabeledData => byTask.get(taskOf(target)) ?? empty;
  const withIds = (data: LabeledData): LabeledData =>
    map(data, (one, kind) => ({ ...defaults[kind], ...one, id: ++lastId }));
  const keep = (target: Target, { mine, others }: { mine: LabeledData; others: LabeledData }): void => {
    byTask.set(taskOf(target), join(others, mine));
  };
  const split = (target: Target): { mine: LabeledData; others: LabeledData } => ({
    mine: filter(held(target), (one) => isOn(target, one)),
    others: filter(held(target), (one) => !isOn(target, one)),
  });

  return {
    of: (target) => split(target).mine,
    isKnown: (target) => byTask.has(taskOf(target)),
    clear: (target) => {
      keep(target, { mine: empty, others: split(target).others });
    },
    replace: (exchange, target) => {
      const mine = withIds(read(exchange));
      keep(target, { mine, others: split(target).others });
      return tools.succeed(exchange, mine);
    },
    change: (exchange, target) => {
      const { mine, others } = split(target);
      const sent = read(exchange);
      const ids = new Set(kinds.flatMap((kind) => sent[kind].map(({ id }) => id)));
      const kept = filter(mine, ({ id }) => !ids.has(id));
      switch (exchange.params.query["action"]) {
        case "create": {
          const created = withIds(sent);
          keep(target, { mine: join(mine, created), others });
          return tools.succeed(exchange, created);
        }
        case "update": {
          const updated = map(sent, (one, kind) => ({ ...defaults[kind], ...find(mine[kind], one), ...one }));
          keep(target, { mine: join(kept, updated), others });
          return tools.succeed(exchange, updated);
        }
        default:
          keep(target, { mine: kept, others });
          return tools.succeed(
            exchange,
            filter(mine, ({ id }) => ids.has(id)),
          );
      }
    },
  };
}

function isOn({ kind, item }: Target, annotation: Item): boolean {
  if (kind !== "job") return true;
  const frame = Number(annotation["frame"] ?? annotation["start"]);
  return frame >= Number(item["start_frame"]) && frame <= Number(item["stop_frame"]);
}

function read(exchange: Exchange): LabeledData {
  const sent = sentBody(exchange);
  return { ...empty, ...Object.fromEntries(kinds.map((kind) => [kind, toItems(sent[kind])])) };
}

function toItems(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter(isPlainObject) : [];
}

function find(items: readonly Item[], { id }: Item): Item | undefined {
  return items.find((one) => one["id"] === id);
}

function map(data: LabeledData, change: (one: Item, kind: Kind) => Item): LabeledData {
  const changed = kinds.map((kind) => [kind, data[kind].map((one) => change(one, kind))] as const);
  return { ...data, ...Object.fromEntries(changed) };
}

function filter(data: LabeledData, keep: (one: Item) => boolean): LabeledData {
  return { ...data, ...Object.fromEntries(kinds.map((kind) => [kind, data[kind].filter(keep)])) };
}

function join(first: LabeledData, second: LabeledData): LabeledData {
  return { ...first, ...Object.fromEntries(kinds.map((kind) => [kind, [...first[kind], ...second[kind]]])) };
}
