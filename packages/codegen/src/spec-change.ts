/** One difference between two versions of an interface, as a user of its client meets it. */
export interface SpecChange {
  readonly kind: "added" | "removed" | "changed";
  /** Whether code that compiled or worked before may no longer do so. */
  readonly breaking: boolean;
  /** What differs, such as `Task.assignee` or `tasks_list (GET /tasks)`. */
  readonly subject: string;
  /** How, as the end of a sentence that begins with the subject; absent where the kind says it all. */
  readonly detail?: string;
}

/** Which way a value travels. */
export interface Direction {
  /** In a parameter or the body of a request. */
  readonly sent: boolean;
  /** In an answer. */
  readonly received: boolean;
}
