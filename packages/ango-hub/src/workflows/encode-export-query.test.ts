import { describe, expect, test } from "vitest";
import { encodeExportQuery, type ExportSelection } from "./encode-export-query.ts";

test("a project alone leaves everything else to the platform", () => {
  expect(encodeExportQuery({ project: "p" }, {})).toEqual({ project: "p" });
  const undefinedMembers = { stages: undefined, filters: undefined, includeHistory: undefined, createdAt: {} };
  expect(encodeExportQuery({ project: "p" }, undefinedMembers)).toEqual({ project: "p" });
});

test("lists, spans and filters are JSON texts, switches are words", () => {
  const selection: ExportSelection = {
    type: "issue",
    format: "ndjson",
    stages: ["Complete", 'a "b"'],
    batches: ["Batch1"],
    createdAt: { after: "2026-01-01" },
    updatedAt: { before: new Date(0) },
    filters: { assignee: "user@example.com" },
    includeMetadata: true,
    includeHistory: false,
    includeOnlyKeyFrames: true,
    includeIdleBlurDurations: true,
    sendEmail: false,
    doNotNotify: true,
  };
  expect(encodeExportQuery({ project: "p" }, selection)).toEqual({
    project: "p",
    type: "issue",
    format: "ndjson",
    stage: '["Complete","a \\"b\\""]',
    batches: '["Batch1"]',
    createdAt: '{"$gt":"2026-01-01T00:00:00.000Z"}',
    updatedAt: '{"$lt":"1970-01-01T00:00:00.000Z"}',
    filters: '{"assignee":"user@example.com"}',
    includeMetadata: "true",
    includeHistory: "false",
    includeOnlyKeyFrames: "true",
    includeIdleBlurDurations: "true",
    sendEmail: "false",
    doNotNotify: "true",
  });
});

describe("refused, because it would select something else", () => {
  test.each<[object, string]>([
    [{ stage: ["Complete"] }, "options.stage"],
    [{ format: "csv" }, "options.format"],
    [{ stages: [] }, "options.stages"],
    [{ stages: "Complete" }, "options.stages"],
    [{ batches: [""] }, "options.batches"],
    [{ batches: [7] }, "options.batches"],
    [{ createdAt: { after: "soon" } }, "options.createdAt.after"],
    [{ filters: { externalId: /x/ } }, "options.filters.externalId"],
    [{ filters: '{"a":1}' }, "options.filters"],
    [{ sendEmail: "false" }, "options.sendEmail"],
  ])("%j", (members, option) => {
    expect(() => encodeExportQuery({ project: "p" }, members)).toThrow(
      expect.objectContaining({ name: "ConfigError", option }),
    );
  });

  test("a target that is no project", () => {
    const refused = expect.objectContaining({ name: "ConfigError", option: "target.project" });
    expect(() => encodeExportQuery({ project: "" }, {})).toThrow(refused);
    expect(() => encodeExportQuery({ project: undefined } as never, {})).toThrow(refused);
  });

  test("a misspelt member, with the one that was meant", () => {
    const selection: object = { stagse: ["Complete"] };
    expect(() => encodeExportQuery({ project: "p" }, selection)).toThrow(
      "There is no option options.stagse. Did you mean options.stages?",
    );
  });
});
