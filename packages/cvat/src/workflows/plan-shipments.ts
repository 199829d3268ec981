import type { PlannedFile } from "./plan-files.ts";

/** What is sent at one time: files in one request, or one file piece by piece. */
export type Shipment =
  | { readonly kind: "group"; readonly files: readonly PlannedFile[] }
  | { readonly kind: "tus"; readonly file: PlannedFile };

/** How files are sent. */
export interface ShipmentOptions {
  /** Files larger than this go piece by piece. */
  readonly blockBytes: number;
  /** True where a later run has to be able to go on: of a group nobody can tell afterwards whether it has arrived. */
  readonly isResumable: boolean;
}

// Node keeps a copy of a form that it sends, for a redirect that may come, so that a group costs twice its bytes of memory, and four
// are on their way at a time: 2,000 files of 200 kB took 40 MB more than `fetch` of one form after another by groups of 10 MiB, 15 MB by
// groups of 4 MiB, and no longer. The server's own SDK makes groups of up to 100 MiB, one after another.
const MOST_GROUP_BYTES = 4_194_304;
const MOST_GROUP_FILES = 100;

/** Decides how each file is sent, in the order given. */
export function planShipments(files: readonly PlannedFile[], { blockBytes, isResumable }: ShipmentOptions): Shipment[] {
  const shipments: Shipment[] = [];
  let group: PlannedFile[] = [];
  let groupBytes = 0;
  const close = (): void => {
    if (group.length > 0) shipments.push({ kind: "group", files: group });
    group = [];
    groupBytes = 0;
  };
  for (const file of files) {
    const { name, blob } = file;
    if (isResumable || blob.size > Math.min(blockBytes, MOST_GROUP_BYTES) || !isFormName(name)) {
      shipments.push({ kind: "tus", file });
      continue;
    }
    if (group.length === MOST_GROUP_FILES || groupBytes + blob.size > MOST_GROUP_BYTES) close();
    group.push(file);
    groupBytes += blob.size;
  }
  close();
  return shipments;
}

/**
 * True for a name that arrives in a form as it is: forms write a quotation mark as `%22`, which the server takes literally, and it
 * unescapes HTML entities and drops what is not printable (Django 5.2, `MultiPartParser.sanitize_file_name`).
 */
function isFormName(name: string): boolean {
  return !/["&\p{C}\p{Zl}\p{Zp}]/u.test(name) && !/(?! )\p{Zs}/u.test(name);
}
