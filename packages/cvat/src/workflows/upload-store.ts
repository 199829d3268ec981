import type { OptionRule } from "@labelwire/core";

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
  readonly store: UploadStore;
}

const isFunction = (value: unknown): boolean => typeof value === "function";

/** What `resume` has to be. Not a plain object alone: a store is often an instance of a class. */
export const resumeRule: OptionRule = [
  (value) => {
    const { store } = Object(value) as { readonly store?: unknown }; // Object() makes an object of anything
    const { get, set, delete: remove } = Object(store) as Partial<Record<string, unknown>>;
    return isFunction(get) && isFunction(set) && isFunction(remove);
  },
  "an object with a store that has get, set and delete",
];
