import { isPlainObject, type LabelwireError, type OptionRule } from "@labelwire/core";
import { callback } from "./option-rules.ts";

/**
 * Where uploads note how far they are, so that a later run goes on where an earlier one has ended. A `Map` is one; so is anything
 * that keeps texts by key, such as a file or `localStorage`.
 *
 * @example
 * const store: UploadStore = {
 *   get: (key) => localStorage.getItem(key),
 *   set: (key, value) => localStorage.setItem(key, value),
 *   delete: (key) => localStorage.removeItem(key),
 * };
 */
export interface UploadStore {
  /** The text under `key`; null or undefined where there is none. */
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  /** Keeps a text. The upload goes on once what this returns has settled. */
  set(key: string, value: string): unknown;
  delete(key: string): unknown;
}

/** How an upload goes on after a crash. */
export interface ResumeOptions {
  /**
   * Where it is noted. What a store throws while bytes are still to be sent ends the upload, because it could not go on after a crash;
   * once the server has them, it changes nothing about the outcome.
   */
  readonly store: UploadStore;
  /** Told what the store throws once the outcome does not hang on it any more, as a `LabelwireError` with that as its cause. */
  readonly onStoreError?: ((error: LabelwireError) => void) | undefined;
}

const isFunction = (value: unknown): boolean => typeof value === "function";

// Not a plain object alone: a store is often an instance of a class.
const isStore = (value: unknown): boolean => {
  const { get, set, delete: remove } = Object(value) as Partial<Record<string, unknown>>; // Object() makes an object of anything
  return isFunction(get) && isFunction(set) && isFunction(remove);
};

/** What `resume` has to be. */
export const resumeRule: OptionRule = [
  (value) => isPlainObject(value) && isStore(value["store"]),
  "a plain object with a store that has get, set and delete",
  { store: undefined, onStoreError: callback },
];
