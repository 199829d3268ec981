import { sentBody, type Exchange, type Item, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { fail } from "./failure-envelope.ts";
import { readArchiveFault } from "./read-archive-fault.ts";
import { textOf } from "./read-sent.ts";

type Operations = NonNullable<MockBehaviour<never>["operations"]>;

/** How often a dataset or a batch is looked at before it is ready: a client that waits sees it pending first. */
const looksUntilReady = 2;

/** Datasets and batches of tasks: begun, pending for a few looks, and then ready. */
export function createImports(tools: MockTools<never>): Operations {
  const looks = new Map<string, number>();

  const look = (key: string): number => {
    const count = (looks.get(key) ?? looksUntilReady) + 1;
    looks.set(key, count);
    return count;
  };

  const begin = (resource: "datasets" | "batches", given: Item, key: string): Item => {
    const item = tools.create(resource, given);
    looks.set(`${resource}|${String(item[key])}`, 0);
    return item;
  };

  const showDataset = (exchange: Exchange): Response => {
    const datasetId = String(exchange.params.query["datasetId"]);
    const dataset = tools.item("datasets", datasetId);
    if (!dataset) return fail(5308, "Dataset Not Exist");
    const isReady = look(`datasets|${datasetId}`) > looksUntilReady;
    return tools.succeed(exchange, { data: isReady ? dataset : { ...dataset, status: 1, mappingList: [] } });
  };

  const showBatch = (exchange: Exchange): Response => {
    const batchId = textOf(sentBody(exchange)["batchId"]);
    const batch = tools.item("batches", batchId);
    if (!batch) return fail(404, "Batch Not Exist");
    const isReady = look(`batches|${batchId}`) > looksUntilReady;
    return tools.succeed(exchange, { data: isReady ? batch : { ...batch, status: 1, importFailCount: 0, errors: [] } });
  };

  return {
    async_import: (exchange) => {
      const { resourceUrl, fileTreeType } = sentBody(exchange);
      if (!/^[a-z][a-z0-9+.-]*:\/\/./i.test(textOf(resourceUrl))) {
        return fail(400, "Invalid Parameter: /resourceUrl is no URL of a folder");
      }
      if (fileTreeType !== "0") return fail(5710);
      const { datasetId } = begin("datasets", {}, "datasetId");
      return tools.succeed(exchange, { data: { datasetId, status: 1, mappingList: [] } });
    },
    sync_upload: async (exchange) => {
      const { uploadFile, fileTreeType } = sentBody(exchange);
      const fault = await readArchiveFault(uploadFile);
      if (fault) return fail(fault);
      if (textOf(fileTreeType) !== "0") return fail(5710);
      return tools.succeed(exchange, { data: tools.create("datasets", {}) });
    },
    get_status: showDataset,
    send_task: (exchange) => {
      const url = textOf(sentBody(exchange)["resourceUrl"]);
      if (!/^https?:\/\//i.test(url)) return fail(400, "Invalid Parameter: /resourceUrl is no public URL");
      const jsonlName = url.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
      const { batchId } = begin("batches", { jsonlName }, "batchId");
      return tools.succeed(exchange, { data: { importStatus: 1, batchId } });
    },
    check_send_status: showBatch,
  };
}
