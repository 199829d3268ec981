/** A platform's name in every spelling that its package needs. */
export interface PlatformWords {
  /** `acme-labels`, the name of its folders. */
  readonly folder: string;
  /** `acmeLabels`. */
  readonly camel: string;
  /** `AcmeLabels`. */
  readonly pascal: string;
  /** `Acme Labels`, for people. */
  readonly title: string;
}

/** Spells a platform's name. */
export function platformWords(folder: string, title?: string): PlatformWords {
  const capitals = folder.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const pascal = capitals.join("");
  const camel = pascal.slice(0, 1).toLowerCase() + pascal.slice(1);
  return { folder, camel, pascal, title: title ?? capitals.join(" ") };
}
