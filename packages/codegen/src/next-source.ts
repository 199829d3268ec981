import { present } from "./present.ts";
import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { refuse, type Problem } from "./spec-error.ts";

/** What a refresh is told of where a description is from; what it is not told is read from the description, or stays as it was. */
export interface SourceFacts {
  readonly kind?: string | undefined;
  readonly url?: string | undefined;
  readonly version?: string | undefined;
  readonly licence?: string | undefined;
}

/** What {@link nextSource} goes by. */
export interface SourceInput {
  /** The file's name for messages. */
  readonly file: string;
  /** What the file says now; undefined where there is none. */
  readonly before: JsonValue | undefined;
  readonly facts: SourceFacts;
  readonly document: JsonObject;
  readonly sha256: string;
  /** Today, as `2026-01-31`. */
  readonly today: string;
}

/**
 * What `source.json` says after a refresh. The date is that of the last change: reading the same description again leaves it.
 *
 * @throws SpecError where the licence or the address is neither given nor known.
 */
export function nextSource({ file, before, facts, document, sha256, today }: SourceInput): JsonObject {
  const info = objectMember(document, "info");
  const license = member(info, "license");
  const known = (name: string): string | undefined => text(member(before, name));
  const source: Partial<Record<string, string>> = {
    kind: facts.kind ?? known("kind") ?? "upstream",
    ...present("url", facts.url ?? known("url")),
    ...present("version", facts.version ?? text(member(info, "version"))),
    date: today,
    sha256,
    ...present(
      "licence",
      facts.licence ?? known("licence") ?? text(member(license, "identifier")) ?? text(member(license, "name")),
    ),
  };
  refuse(
    Object.entries(options).flatMap(([name, option]): Problem[] =>
      source[name] === undefined
        ? [{ file, problem: `nothing says the ${name} of the description`, mend: `pass ${option}` }]
        : [],
    ),
  );
  const same =
    isJsonObject(before) && Object.entries(source).every(([name, value]) => name === "date" || before[name] === value);
  const date = same ? known("date") : undefined;
  return { ...objectOf(source), ...present("date", date) };
}

const options: Readonly<Record<string, string>> = {
  url: "--url with its public address",
  version: "--version with the platform's version",
  licence: '--licence, such as "MIT", or "none stated"',
};

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function objectOf(source: Partial<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(source).map(([name, value]) => [name, value ?? ""]));
}
