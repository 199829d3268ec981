import { compareSpecs } from "./compare-specs.ts";
import { operationSubject } from "./compare-operations.ts";
import type { CompiledRefresh } from "./compile-refreshed.ts";
import { formatChanges } from "./format-changes.ts";
import { member, type JsonObject, type JsonValue } from "./json-value.ts";
import { readSpecification } from "./read-specification.ts";
import { formatProblem, visible } from "./spec-error.ts";

/** What a refresh did, for people. */
export interface RefreshSummary {
  /** Such as `specs/pets`. */
  readonly label: string;
  readonly compiled: CompiledRefresh;
  /** What `source.json` says now, and said before. */
  readonly source: JsonObject;
  readonly sourceBefore: JsonValue | undefined;
  /** Pointers to members that OpenAPI does not know. */
  readonly unknown: readonly string[];
}

/** Says line by line what a refresh brought: the version, the changes, what no longer fits, and what has no sentence yet. */
export function formatRefresh(summary: RefreshSummary): string[] {
  const { compiled, unknown } = summary;
  return [
    ...versionLines(summary),
    ...section("Left out, since OpenAPI does not know it", unknown),
    ...changeLines(compiled),
    ...section("No longer fits", compiled.problems.map(formatProblem)),
    ...section("Operations without a summary of ours, which overlay.yaml has to give", withoutSummary(compiled)),
  ].map(visible);
}

function versionLines({ label, source, sourceBefore }: RefreshSummary): string[] {
  const [now, old] = [text(source, "version"), text(sourceBefore, "version")];
  const isNewer = old !== "" && old !== now;
  const from = isNewer ? `${old} → ${now}` : now;
  const url = text(source, "url");
  const isStale = isNewer && url === text(sourceBefore, "url") && url.includes(old);
  return [
    `${label}: ${from}, from ${url}`,
    ...(isStale ? [`  The address still names ${old}: pass --url with the new one.`] : []),
  ];
}

function changeLines({ before, document }: CompiledRefresh): string[] {
  if (document === undefined) return [];
  const { operations, schemas } = readSpecification(document);
  const size = `${operations.length} operations, ${Object.keys(schemas).length} schemas`;
  if (before === undefined) return [`The first version: ${size}.`];
  const changes = compareSpecs(before, document);
  if (changes.length === 0) return [`No change that a user would notice: ${size}.`];
  return [`${changes.length} ${changes.length === 1 ? "change" : "changes"}: ${size}.`, ...formatChanges(changes)];
}

function withoutSummary({ document }: CompiledRefresh): string[] {
  if (document === undefined) return [];
  return readSpecification(document)
    .operations.filter(({ summary }) => summary === undefined)
    .map(operationSubject);
}

function text(source: JsonValue | undefined, name: string): string {
  const value = member(source, name);
  return typeof value === "string" ? value : "";
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${heading} (${lines.length}):`, ...lines.map((line) => `  - ${line}`)];
}
