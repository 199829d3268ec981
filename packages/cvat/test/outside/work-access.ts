import { isObject, listAt, type JsonObject } from "./json-value.ts";
import type { Kind } from "./platform.ts";
import { isInScope } from "./read-scope.ts";
import { notFound, refuseFields } from "./refusal.ts";
import type { Call } from "./route.ts";

/** The rows of one kind that the call can see. */
export function rowsInScope({ scope, platform }: Call, kind: Kind): JsonObject[] {
  return [...platform.rows[kind].values()].filter((row) => isInScope(scope, row["organization"] ?? null));
}

/** The row that the path names; objects are found by their id in whatever scope. */
export function findRow({ platform, path }: Call, kind: Kind): JsonObject & { readonly id: number } {
  const id = Number(path["id"]);
  const row = platform.rows[kind].get(id);
  if (row === undefined) throw notFound();
  return { ...row, id };
}

/** An id that nothing has yet. */
export function nextId(rows: ReadonlyMap<number, unknown>): number {
  return Math.max(0, ...rows.keys()) + 1;
}

/** Changes the row that the path names by the body. */
export function updateRow(call: Call, kind: Kind, change: JsonObject): JsonObject {
  const row = findRow(call, kind);
  const updated = { ...row, ...change, id: row.id, updated_date: new Date().toISOString() };
  call.platform.rows[kind].set(row.id, updated);
  return updated;
}

/** The name in a body, or the refusal that it is missing. */
export function requireName(body: JsonObject): string {
  const { name } = body;
  if (name === undefined) throw refuseFields({ name: ["This field is required."] });
  if (typeof name !== "string" || name === "") throw refuseFields({ name: ["This field may not be blank."] });
  return name;
}

/** The labels in a body; each fault stays where its label is. */
export function requireLabels(body: JsonObject): readonly JsonObject[] {
  const labels = listAt(body, "labels").map((label) => (isObject(label) ? label : {}));
  const faults = labels.map(({ name }) => (typeof name === "string" ? {} : { name: ["This field is required."] }));
  if (faults.some((fault) => "name" in fault)) throw refuseFields({ labels: faults });
  return labels;
}
