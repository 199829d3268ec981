import { pageKey } from "./page-key.ts";
import type { PageRequest } from "./page-strategy.ts";

/** Some servers filter a page after cutting it, so a few may come empty in the middle of a list; no list has this many in a row. */
const MOST_EMPTY_PAGES = 3;

/** What the guard looks at for each page: the request that asked for it, what it holds, and the request after it. */
export interface GuardedPage {
  readonly request: PageRequest;
  readonly items: readonly unknown[];
  readonly next: PageRequest | undefined;
}

/**
 * Makes the check that every page of one list goes through, so that no server can keep an iteration going for ever. In constant
 * memory: it remembers one request and one page, and compares the requests by Brent's algorithm for finding cycles, which
 * notices a circle of `n` pages within `3n` of its start.
 *
 * The check throws a `TypeError` when pages lead in a circle, repeat, or are all empty.
 */
export function createLoopGuard(): (page: GuardedPage) => void {
  let checkpoint: string | undefined;
  let steps = 0;
  let limit = 1;
  let emptyPages = 0;
  let before: readonly unknown[] = [];

  return ({ request, items, next }) => {
    if (isSamePage(before, items)) {
      throw new TypeError(
        "the page holds the same items as the one before: the server seems to ignore which page is asked for",
      );
    }
    before = items;
    emptyPages = items.length === 0 ? emptyPages + 1 : 0;
    if (next === undefined) return;
    if (emptyPages >= MOST_EMPTY_PAGES) {
      throw new TypeError(`${MOST_EMPTY_PAGES} pages in a row are empty, and the answer still promises more`);
    }
    checkpoint ??= placeKey(request);
    const place = placeKey(next);
    if (place === checkpoint) throw new TypeError("the next page it points to has been read already");
    steps += 1;
    if (steps === limit) {
      checkpoint = place;
      steps = 0;
      limit *= 2;
    }
  };
}

function placeKey({ query, body }: PageRequest): string {
  return pageKey([query, body]);
}

/** Only pages of objects: a list of plain words may well repeat itself. */
function isSamePage(before: readonly unknown[], items: readonly unknown[]): boolean {
  if (items.length === 0 || items.length !== before.length) return false;
  return items.every((item, index) => item instanceof Object && pageKey(item) === pageKey(before[index]));
}
