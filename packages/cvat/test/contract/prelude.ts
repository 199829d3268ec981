// What a reader's own program has before the contract's first block begins.
import { createCvatClient, unwrap, type CvatClient } from "@labelwire/cvat";
import { tasksCreateDatasetExport } from "@labelwire/cvat/operations";

process.env["CVAT_ACCESS_TOKEN"] = "any";

const cvat: CvatClient = createCvatClient({ auth: { accessToken: "any" }, organization: "acme" });
const query = { format: "CVAT for images 1.1" };
const started = await unwrap(tasksCreateDatasetExport(cvat, { params: { path: { id: 7 }, query } }));

/** The id of some background request. */
export const requestId: string = started.rq_id;

/** Files to upload: in a browser from an input, in Node from anywhere. */
export const files: File[] = [new File(["one"], "one.jpg"), new File(["two"], "two.jpg")];

export const signal: AbortSignal = new AbortController().signal;

/** What has been shown to whoever waits. */
export const shown: unknown[] = [];

export function show(fraction: number | undefined): void {
  shown.push(fraction);
}

export function onProgress(progress: object): void {
  shown.push(progress);
}
