// What a reader's own program has before the documented code begins.

/** Files to upload: in a browser from an input, in Node from anywhere. */
export const files: File[] = [new File(["one"], "one.jpg"), new File(["two"], "two.jpg")];

export const signal: AbortSignal = new AbortController().signal;

/** Shows to whoever waits how far something has come. */
export function show(fraction: number | undefined): void {
  process.stdout.write(`${String(fraction)}\n`);
}

export function onProgress(progress: object): void {
  process.stdout.write(`${JSON.stringify(progress)}\n`);
}

/** A request in the background that an earlier call has begun. */
export const requestId: string = await beginExport();

async function beginExport(): Promise<string> {
  const answer = await fetch("https://app.cvat.ai/api/tasks/8/dataset/export?format=YOLO%201.1", {
    method: "POST",
    headers: { authorization: `Bearer ${process.env["CVAT_ACCESS_TOKEN"] ?? ""}` },
  });
  const { rq_id: id } = (await answer.json()) as { rq_id: string }; // what a start of an export is answered with
  return id;
}
