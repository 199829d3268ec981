import type { PageRequest } from "./page-strategy.ts";

/** A page that will be read: asked for already, or when its turn comes. */
export interface PendingPage<A> {
  readonly request: PageRequest;
  /** Asks for the page, once however often it is called. */
  answer(): Promise<A>;
}

/** The pages to come, in order. The first `depth` of them are in flight. */
export interface PageQueue<A> {
  /** Takes the next page off the queue; undefined when there is none. */
  shift(): PendingPage<A> | undefined;
  /**
   * Tells what follows the page just read, and asks for as many pages as may be in flight.
   *
   * @param next - The page after the one just read, as its answer says.
   * @param ahead - The page `distance` pages after the one just read, where it can be known.
   * @param most - The most pages that may still be read.
   */
  fill(next: PageRequest, ahead: (distance: number) => PageRequest | undefined, most: number): void;
}

/** A queue that starts with `first` and asks for pages by `read`, `depth` of them before their turn. */
export function createPageQueue<A>(
  first: PageRequest,
  read: (request: PageRequest) => Promise<A>,
  depth: number,
): PageQueue<A> {
  const queue: PendingPage<A>[] = [pendingPage(first, read)];
  return {
    shift: () => queue.shift(),
    fill(next, ahead, most) {
      if (most <= 0) return;
      const started = queue[0];
      // The answer just read knows best what follows it; the page may be in flight from an earlier guess all the same.
      queue[0] = started ? { request: next, answer: () => started.answer() } : pendingPage(next, read);
      const length = Math.min(depth, most);
      while (queue.length < length) {
        const request = ahead(queue.length + 1);
        if (request === undefined) break;
        queue.push(pendingPage(request, read));
      }
      for (const page of queue.slice(0, length)) {
        // A page that nobody comes to read must not end the process when it fails; whoever reads it meets the failure.
        page.answer().catch(() => undefined);
      }
    },
  };
}

function pendingPage<A>(request: PageRequest, read: (request: PageRequest) => Promise<A>): PendingPage<A> {
  let answer: Promise<A> | undefined;
  return { request, answer: () => (answer ??= read(request)) };
}
