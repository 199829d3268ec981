import type { PageDescription } from "./page-description.ts";
import type { InputFile } from "./input-file.ts";
import { present } from "./present.ts";
import type { PaginationSettings, ResourceOperationSettings, ResourceSettings, Settings } from "./settings.ts";
import { createSettingReader, type SettingReader } from "./setting-reader.ts";
import { refuse, type Problem } from "./spec-error.ts";

const styles = ["page-number", "next-link", "cursor", "single-page"] as const;

/**
 * Reads `codegen.json`.
 *
 * @throws SpecError for what is missing, of a wrong kind, or unknown: a misspelt member must not be ignored.
 */
export function parseSettings({ file, value }: InputFile): Settings {
  const problems: Problem[] = [];
  const reader = createSettingReader(value, { file, problems });
  const platform = reader.string("platform");
  if (platform !== "" && !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(platform)) {
    reader.report("platform", "not a platform's name", "write it in kebab-case, such as pet-shop");
  }
  const exactIntegers = reader.optionalFlag("exactIntegers") ?? false;
  const pagination = reader.list("pagination").map(readPagination);
  const resources = reader.list("resources").map(readResource);
  reader.finish();
  refuse(problems);
  return { platform, exactIntegers, pagination, resources };
}

function readPagination(reader: SettingReader): PaginationSettings {
  const operations = reader.strings("operations");
  const description = readDescription(reader);
  reader.finish();
  return { operations, description };
}

function readDescription(reader: SettingReader): PageDescription {
  const style = reader.choice("style", styles);
  const items = reader.path("items");
  switch (style) {
    case "page-number":
      return {
        style,
        items,
        page: reader.string("page"),
        ...present("size", reader.optionalString("size")),
        ...present("defaultSize", reader.optionalNumber("defaultSize")),
        ...present("in", reader.choice("in", ["query", "body"])),
        ...present("firstPage", reader.optionalNumber("firstPage")),
        ...present("total", reader.optionalPath("total")),
      };
    case "next-link":
      return {
        style,
        items,
        next: reader.path("next"),
        ...present("page", reader.optionalString("page")),
        ...present("size", reader.optionalString("size")),
        ...present("defaultSize", reader.optionalNumber("defaultSize")),
        ...present("total", reader.optionalPath("total")),
      };
    case "cursor":
      return {
        style,
        items,
        next: reader.path("next"),
        cursor: reader.string("cursor"),
        ...present("size", reader.optionalString("size")),
        ...present("defaultSize", reader.optionalNumber("defaultSize")),
        ...present("hasMore", reader.optionalPath("hasMore")),
      };
    case "single-page":
      return { style, items };
    case undefined:
      reader.report("style", "there is no style of paging", `use one of ${styles.join(", ")}`);
      return { style: "single-page", items };
  }
}

function readResource(reader: SettingReader): ResourceSettings {
  const resource = {
    name: reader.string("name"),
    schema: reader.string("schema"),
    key: reader.string("key"),
    operations: reader.list("operations").map(readResourceOperation),
  };
  reader.finish();
  return resource;
}

function readResourceOperation(reader: SettingReader): ResourceOperationSettings {
  const does = reader.choice("does", ["list", "retrieve", "create", "update", "delete"]);
  if (does === undefined) reader.report("does", "it does nothing", "use list, retrieve, create, update or delete");
  const operation = {
    id: reader.string("id"),
    does: does ?? "list",
    ...present("parameter", reader.optionalString("parameter")),
    ...present("item", reader.optionalPath("item")),
    ...present("filters", reader.optionalStrings("filters")),
    ...present("search", readSearch(reader.optionalObject("search"))),
    ...present("sort", readSort(reader.optionalObject("sort"))),
  };
  reader.finish();
  return operation;
}

function readSearch(reader: SettingReader | undefined): ResourceOperationSettings["search"] {
  if (!reader) return undefined;
  const search = { parameter: reader.string("parameter"), fields: reader.strings("fields") };
  reader.finish();
  return search;
}

function readSort(reader: SettingReader | undefined): ResourceOperationSettings["sort"] {
  if (!reader) return undefined;
  const sort = { parameter: reader.string("parameter"), ...present("fields", reader.optionalStrings("fields")) };
  reader.finish();
  return sort;
}
