import { sentBody, type Exchange, type MockTools } from "@labelwire/core/msw";
import { textOf, textsIn } from "../../msw/read-sent.ts";
import { fail } from "./failure-envelope.ts";
import type { Operations } from "./operations.ts";

/** Folders: ids and names are given once, and a status moves a folder from one list to the other. */
export function createFolders(tools: MockTools<never>): Operations {
  const createFolder = (exchange: Exchange): Response => {
    const { helixProjectId, name, helixBucketNameList } = sentBody(exchange);
    const folders = tools.isHeld("folders") ? tools.items("folders") : [];
    const hasId = folders.some((folder) => folder["helixProjectId"] === helixProjectId);
    const hasName = folders.some((folder) => folder["name"] === name);
    if (hasId || hasName) return fail(hasId && hasName ? 54001 : hasId ? 54002 : 54003);
    const buckets = textsIn(helixBucketNameList);
    if (buckets.some((bucket) => bucket.includes("/"))) return fail(54010);
    if (buckets.some((bucket) => new TextEncoder().encode(bucket).length > 255)) return fail(54011);
    tools.create("folders", { helixProjectId, name, helixBucketNameList, helixStatus: "active" });
    return tools.succeed(exchange, { data: null });
  };

  return {
    create_folder: createFolder,
    update_folder: (exchange) => {
      const { helixProjectId, helixStatus } = sentBody(exchange);
      const folder = tools.update("folders", textOf(helixProjectId), { helixStatus });
      return folder ? tools.succeed(exchange, { data: null }) : fail(54004, "Folder id does not exist");
    },
    get_folder: (exchange) => {
      const id = exchange.params.path["helixProjectId"];
      return tools.item("folders", id) ? undefined : fail(54004, "Folder id does not exist");
    },
    get_all_folder: (exchange) => {
      const folders = tools.items("folders");
      const active = folders.filter(({ helixStatus }) => helixStatus === "active");
      const inactive = folders.filter((folder) => !active.includes(folder));
      return tools.succeed(exchange, { data: { active, inactive } });
    },
  };
}
