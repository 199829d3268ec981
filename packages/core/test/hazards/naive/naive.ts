import type { Subject } from "../subject.ts";
import { createClient } from "./create-client.ts";
import { download } from "./download.ts";
import { cursorPage, nextLink, pageNumber, paginate } from "./paginate.ts";
import { poll } from "./poll.ts";

/**
 * The same parts as people write them by hand in an afternoon, over bare openapi-fetch: plausible, and wrong in the ways that
 * the hazard suite is about.
 */
// The signatures are the core's in what the suite uses; their generics would be longer than the code they describe.
export const naive: Subject = {
  createClient,
  paginate,
  pageNumber,
  nextLink,
  cursorPage,
  poll,
  download,
} as unknown as Subject;
