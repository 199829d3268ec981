import { LabelwireError, untilAborted } from "@labelwire/core";
import { reasonOf } from "./reason-of.ts";
import type { ResumeOptions } from "./upload-store.ts";

/** The store of an upload, whose failures are told as what they are. */
export interface UploadNotes {
  /** @throws LabelwireError where the store throws. */
  readonly get: (key: string) => Promise<string | undefined>;
  /** @throws LabelwireError where the store throws. */
  readonly set: (key: string, text: string) => Promise<void>;
  /** Notes what has come about already. Never throws; resolves to what the store has thrown. */
  readonly trySet: (key: string, text: string) => Promise<LabelwireError | undefined>;
  /** Takes a note away that is of no use any more. Never throws; resolves to what the store has thrown. */
  readonly tryDelete: (key: string) => Promise<LabelwireError | undefined>;
}

type Method = "get" | "set" | "delete";

/**
 * Opens the store that an upload was given; undefined for none.
 *
 * @param signal - The upload's: a store that never answers does not keep it from ending.
 */
export function openUploadNotes(resume: ResumeOptions | undefined, signal: AbortSignal): UploadNotes | undefined {
  if (resume === undefined) return undefined;
  const { store, onStoreError } = resume;
  const run = (method: Method, call: () => unknown): Promise<Outcome> => runMethod(method, call, signal);
  const attempt = async (method: Method, call: () => unknown): Promise<LabelwireError | undefined> => {
    const { error } = await run(method, call);
    // What an observer throws is dropped: it must not hide the outcome that it is told beside.
    if (error) (async () => onStoreError?.(error))().catch(() => undefined);
    return error;
  };
  return {
    get: async (key) => {
      const { value, error } = await run("get", () => store.get(key));
      if (error) throw error;
      return typeof value === "string" && value !== "" ? value : undefined;
    },
    set: async (key, text) => {
      const { error } = await run("set", () => store.set(key, text));
      if (error) throw error;
    },
    trySet: (key, text) => attempt("set", () => store.set(key, text)),
    tryDelete: (key) => attempt("delete", () => store.delete(key)),
  };
}

/** What the store returned, or what it threw. */
interface Outcome {
  readonly value?: unknown;
  readonly error?: LabelwireError;
}

async function runMethod(method: Method, call: () => unknown, signal: AbortSignal): Promise<Outcome> {
  try {
    return { value: await untilAborted(call(), signal) };
  } catch (cause) {
    return { error: new LabelwireError({ message: `resume.store.${method} failed: ${reasonOf(cause)}.`, cause }) };
  }
}
