// What a reader's own program has before the documented code begins.

/** Object ids as the documentation shows them. */
export const taskId = "507f1f77bcf86cd799439011";
export const projectId = "507f191e810c19729de860ea";

/** Files to upload: in a browser from an input, in Node from anywhere. */
export const files: File[] = [new File(["one"], "one.jpg"), new File(["two"], "two.jpg")];

export const signal: AbortSignal = new AbortController().signal;

/** Shows progress to whoever waits. */
export function onProgress(progress: object): void {
  process.stdout.write(`${JSON.stringify(progress)}\n`);
}
