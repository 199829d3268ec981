import { isJsonObject, member, type JsonObject, type JsonValue } from "./json-value.ts";
import { toPointer } from "./json-pointer.ts";
import type { Problem } from "./spec-error.ts";

/** Reads members of one object of a settings file, and keeps a list of what is wrong with them. */
export interface SettingReader {
  /** A string that has to be there. */
  string(name: string): string;
  optionalString(name: string): string | undefined;
  optionalNumber(name: string): number | undefined;
  optionalFlag(name: string): boolean | undefined;
  /** A dotted path such as `data.tasks`, or `""` for the body itself. */
  path(name: string): readonly string[];
  optionalPath(name: string): readonly string[] | undefined;
  strings(name: string): readonly string[];
  /** An object whose values are strings. */
  optionalStrings(name: string): Readonly<Record<string, string>> | undefined;
  /** One of a few words. */
  choice<const T extends string>(name: string, choices: readonly T[]): T | undefined;
  /** A reader of an object; undefined where there is none. */
  optionalObject(name: string): SettingReader | undefined;
  /** Readers of the entries of a list; none where there is no list. */
  list(name: string): readonly SettingReader[];
  /** Reports something wrong with member `name`. */
  report(name: string, problem: string, mend: string): void;
  /** Reports every member that nothing has asked for. */
  finish(): void;
}

/** Where a reader stands. */
export interface SettingPlace {
  readonly file: string;
  readonly problems: Problem[];
  readonly segments?: readonly (string | number)[];
}

export function createSettingReader(value: JsonValue | undefined, place: SettingPlace): SettingReader {
  const { file, problems, segments = [] } = place;
  const object: JsonObject = isJsonObject(value) ? value : {};
  const asked = new Set<string>(["$schema"]);

  function report(name: string, problem: string, mend: string): void {
    problems.push({ file, pointer: toPointer(name === "" ? segments : [...segments, name]), problem, mend });
  }

  function read<T extends JsonValue>(name: string, is: (value: JsonValue) => value is T, kind: string): T | undefined {
    asked.add(name);
    const found = member(object, name);
    if (found === undefined || is(found)) return found;
    report(name, `"${name}" is not ${kind}`, `write ${kind}`);
    return undefined;
  }

  function required<T>(name: string, found: T | undefined, fallback: T): T {
    if (found === undefined && member(object, name) === undefined) report(name, `"${name}" is missing`, "add it");
    return found ?? fallback;
  }

  const optionalString = (name: string) => read(name, isString, "a string");
  const optionalPath = (name: string) => {
    const path = read(name, isString, 'a path to a member, such as "data.tasks", or "" for all of the answer');
    return path === undefined ? undefined : path === "" ? [] : path.split(".");
  };

  if (!isJsonObject(value)) report("", "it is not an object", "write an object");
  return {
    optionalString,
    optionalPath,
    string: (name) => required(name, optionalString(name), ""),
    optionalNumber: (name) => read(name, isNumber, "a number"),
    optionalFlag: (name) => read(name, isFlag, "true or false"),
    path: (name) => required<readonly string[]>(name, optionalPath(name), []),
    strings: (name) => required<readonly string[]>(name, read(name, isStrings, "a list of strings"), []),
    optionalStrings: (name) => read(name, isStringRecord, "an object of strings"),
    choice(name, choices) {
      const found = optionalString(name);
      const chosen = choices.find((choice) => choice === found);
      if (found !== undefined && chosen === undefined) {
        report(name, `"${name}" cannot be ${JSON.stringify(found)}`, `use one of ${choices.join(", ")}`);
      }
      return chosen;
    },
    optionalObject(name) {
      const found = read(name, isJsonObject, "an object");
      return found && createSettingReader(found, { file, problems, segments: [...segments, name] });
    },
    list(name) {
      const entries = read(name, (entry): entry is JsonValue[] => Array.isArray(entry), "a list") ?? [];
      return entries.map((entry, index) =>
        createSettingReader(entry, { file, problems, segments: [...segments, name, index] }),
      );
    },
    report,
    finish() {
      for (const name of Object.keys(object)) {
        if (!asked.has(name))
          report(
            name,
            `unknown member "${name}"`,
            `use one of ${[...asked].filter((one) => one !== "$schema").join(", ")}`,
          );
      }
    },
  };
}

function isString(value: JsonValue): value is string {
  return typeof value === "string";
}

function isNumber(value: JsonValue): value is number {
  return typeof value === "number";
}

function isFlag(value: JsonValue): value is boolean {
  return typeof value === "boolean";
}

function isStrings(value: JsonValue): value is string[] {
  return Array.isArray(value) && value.every(isString);
}

function isStringRecord(value: JsonValue): value is Record<string, string> {
  return isJsonObject(value) && Object.values(value).every(isString);
}
