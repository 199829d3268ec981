import { Created } from "./created.ts";
import { uuid } from "./labeling-records.ts";
import { readInteger, readOneOf, readText, readUuid } from "./read-values.ts";
import type { Routes } from "./route.ts";

const madeAt = Date.UTC(2026, 0, 2);
const dayMs = 86_400_000;

/** Keys: the answer to making one is the only one with the key in it. */
export const keyRoutes: Routes = {
  "POST /v1/api-keys": ({ body }) => {
    const days = readInteger(body, "expires_in_days", 1, 365);
    const scope = readOneOf(body["scope"], ["body", "scope"], ["workspace", "user"]);
    const workspace = body["workspace_id"] ?? null;
    return new Created({
      id: uuid(7200),
      name: readText(body, "name", 255),
      key: "bgr-made-once",
      key_prefix: "bgr-made",
      workspace_id: workspace === null ? null : readUuid(workspace, "workspace_id", "body"),
      scope,
      expires_at: new Date(madeAt + days * dayMs).toISOString(),
      created_at: new Date(madeAt).toISOString(),
    });
  },
};
