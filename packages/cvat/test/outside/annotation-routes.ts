import { listAt, type JsonObject } from "./json-value.ts";
import { refuseFields, refuseList } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { findRow } from "./work-access.ts";

const kinds = ["tags", "shapes", "tracks", "intervals"] as const;
const none = { version: 0, tags: [], shapes: [], tracks: [], intervals: [] };

export const annotationRoutes: Routes = { ...routesOf("tasks"), ...routesOf("jobs") };

function routesOf(kind: "tasks" | "jobs"): Routes {
  const path = `/api/${kind}/{id}/annotations/`;
  const keyOf = (call: Call): string => `${kind}/${findRow(call, kind).id}`;
  return {
    [`GET ${path}`]: (call) => ({ json: readAnnotations(call, keyOf(call)) }),
    [`PUT ${path}`]: (call) => ({ json: store(call, keyOf(call), number(call.body)) }),
    [`PATCH ${path}`]: (call) => ({ json: change(call, keyOf(call)) }),
    [`DELETE ${path}`]: (call) => {
      store(call, keyOf(call), none);
      return { status: 204 };
    },
  };
}

export function readAnnotations({ platform: { annotations } }: Call, key: string): JsonObject {
  return annotations.get(key) ?? none;
}

function store({ platform: { annotations } }: Call, key: string, stored: JsonObject): JsonObject {
  annotations.set(key, stored);
  return stored;
}

/** Gives every annotation an id, and the fields that it was sent without. */
function number(body: JsonObject): JsonObject {
  let id = 0;
  const defaults = { group: 0, source: "manual", attributes: [] };
  const numbered = kinds.map((kind) => {
    const items = listAt(body, kind).map((item) => {
      if (typeof item !== "object" || item === null || !("label_id" in item)) {
        throw refuseFields({ [kind]: [{ label_id: ["This field is required."] }] });
      }
      return { ...defaults, ...item, id: (id += 1) };
    });
    return [kind, items] as const;
  });
  return { version: 0, ...Object.fromEntries(numbered) };
}

/** `action` says whether what is sent joins, replaces or leaves what is there. */
function change(call: Call, key: string): JsonObject {
  const action = call.query.get("action");
  const stored = readAnnotations(call, key);
  if (action === "create") {
    const joined = kinds.map((kind) => [kind, [...listAt(stored, kind), ...listAt(call.body, kind)]] as const);
    store(call, key, number(Object.fromEntries(joined)));
    return number(call.body);
  }
  if (action === "update") return store(call, key, number(call.body));
  if (action === "delete") return store(call, key, none);
  throw refuseList(`Unknown action: ${String(action)}`);
}
