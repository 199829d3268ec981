import { describe, expect, test } from "vitest";
import { encodeExportQuery, type ExportSelection } from "./encode-export-query.ts";

test("a project alone leaves everything else to the platform", () => {
  expect(encodeExportQuery({ project: "p" })).toEqual({ project: "p" });
  const undefinedMembers = { stages: undefined, filters: undefined, includeHistory: undefined, createdAt: {} };
  expect(encodeExportQuery({ project: "p", ...undefinedMembers })).toEqual({ project: "p" });
});

test("lists, spans and filters are JSON texts, switches are words", () => {
  const selection: ExportSelection = {
    project: "p",
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
  expect(encodeExportQuery(selection)).toEqual({
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
    [{ stage: ["Complete"] }, "selection.stage"],
    [{ project: undefined }, "selection.project"],
    [{ project: "" }, "selection.project"],
    [{ format: "csv" }, "selection.format"],
    [{ stages: [] }, "selection.stages"],
    [{ stages: "Complete" }, "selection.stages"],
    [{ batches: [""] }, "selection.batches"],
    [{ batches: [7] }, "selection.batches"],
    [{ createdAt: { after: "soon" } }, "selection.createdAt.after"],
    [{ filters: { externalId: /x/ } }, "selection.filters.externalId"],
    [{ filters: '{"a":1}' }, "selection.filters"],
    [{ sendEmail: "false" }, "selection.sendEmail"],
  ])("%j", (members, option) => {
    const selection: ExportSelection = { project: "p", ...members };
    expect(() => encodeExportQuery(selection)).toThrow(expect.objectContaining({ name: "ConfigError", option }));
  });

  test("a misspelt member, with the one that was meant", () => {
    const selection: ExportSelection = { project: "p", ...{ stagse: ["Complete"] } };
    expect(() => encodeExportQuery(selection)).toThrow(
      "There is no option selection.stagse. Did you mean selection.stages?",
    );
  });
});
