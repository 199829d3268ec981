import { bumpOf, type Bump } from "./bump-of.ts";
import { compareSpecs } from "./compare-specs.ts";
import { formatChanges } from "./format-changes.ts";
import { member, objectMember, type JsonObject } from "./json-value.ts";
import type { SpecChange } from "./spec-change.ts";

/** Two versions of the compiled specification that a package is made from. */
export interface ChangesetInput {
  /** The package's name, such as `@acme/pets`. */
  readonly packageName: string;
  /** Its version now. */
  readonly packageVersion: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** A changeset for the users of a package. */
export interface SpecChangeset {
  readonly bump: Bump;
  /** What goes into `.changeset/`. */
  readonly text: string;
}

/** A longer list is read by nobody; the operations and types say the rest. */
const longestList = 60;

/** Writes the changeset for what changed in an interface; undefined where a user would notice nothing. */
export function specChangeset({
  packageName,
  packageVersion,
  before,
  after,
}: ChangesetInput): SpecChangeset | undefined {
  const changes = compareSpecs(before, after);
  if (changes.length === 0 && JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const bump = bumpOf(changes, packageVersion);
  const text = `---\n"${packageName}": ${bump}\n---\n\n${[introduction(before, after), ...list(changes)].join("\n\n")}\n`;
  return { bump, text };
}

function introduction(before: JsonObject, after: JsonObject): string {
  const [old, now] = [versionOf(before), versionOf(after)];
  return old === now
    ? `Corrects the types and the documentation of the API ${now}.`
    : `Follows the API from ${old} to ${now}.`;
}

function list(changes: readonly SpecChange[]): string[] {
  const lines = formatChanges(changes.slice(0, longestList)).map((line) => line.replace(/^ {2}(?=-)/, ""));
  const rest = changes.length - longestList;
  const text = lines
    .map((line) => (line.startsWith("- ") ? line : `\n${line}\n`))
    .join("\n")
    .trim();
  return [...(text === "" ? [] : [text]), ...(rest > 0 ? [`And ${rest} more.`] : [])];
}

function versionOf(document: JsonObject): string {
  const version = member(objectMember(document, "info"), "version");
  return typeof version === "string" ? version : "unknown";
}
