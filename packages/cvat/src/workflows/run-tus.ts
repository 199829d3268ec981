import { createTusHttpStack, type TusConnection } from "./create-tus-http-stack.ts";
import { loadTus } from "./load-tus.ts";
import { tusFileReader, type TusSourceOptions } from "./tus-file-reader.ts";
import { uploadUrl } from "./upload-target.ts";

/** One attempt to bring a file to its end. */
export interface TusRun extends TusConnection, TusSourceOptions {
  /** The file's name, which the server is told. */
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Has tus-js-client create an upload, or go on with the one that there is, until it is complete or something fails. Repeats nothing:
 * tus-js-client would begin anew where the server is away for a moment.
 *
 * @throws What tus-js-client rejects with; the signal's reason when aborted.
 */
export async function runTus(run: TusRun): Promise<void> {
  const { client, target, session, signal, reader, blob, blockBytes, name } = run;
  const { Upload } = await loadTus();
  const endpoint = uploadUrl(client, target);
  signal.throwIfAborted();
  reader.renew();
  let abort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const upload = new Upload(blob, {
        // With an address to go on from and none to create at, a failed look ends the run instead of beginning anew.
        ...(session.fileId === undefined ? { endpoint } : { uploadUrl: endpoint + session.fileId }),
        metadata: { filename: name, ...(blob.type !== "" && { filetype: blob.type }) },
        chunkSize: blockBytes,
        retryDelays: null,
        storeFingerprintForResuming: false,
        // It names an upload in a store of tus-js-client's, which is not used.
        fingerprint: () => Promise.resolve(name),
        fileReader: tusFileReader(run),
        httpStack: createTusHttpStack(run),
        onSuccess: () => {
          resolve();
        },
        onError: reject,
      });
      abort = () => {
        void upload.abort();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
        reject(signal.reason);
      };
      signal.addEventListener("abort", abort);
      upload.start();
    });
  } finally {
    if (abort) signal.removeEventListener("abort", abort);
  }
}
