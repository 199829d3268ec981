import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import specification from "../generated/openapi.json" with { type: "json" };
import type { Schema } from "../types.ts";
import { buildImportLines } from "./build-import-lines.ts";
import { findRecordFault } from "./find-record-fault.ts";

type Record = Schema<"ImportRecord">;

const metadata = (uniqueIdentifier: string): { uniqueIdentifier: string } => ({ uniqueIdentifier });
const url = "oss://bucket/白天/1.jpg";
const cameras = [
  { name: "front_camera", url },
  { name: "back_camera", url },
];
const cloud = { url: "https://a.test/1.pcd", imageSources: [{ url, name: "front", camera: { type: "PinHole" } }] };

const records: Record[] = [
  {
    attachmentType: "IMAGE",
    attachment: url,
    metadata: { ...metadata("1"), preprocessedData: {}, additionalInfo: { mine: 1 } },
  },
  { attachmentType: "IMAGE_SEQUENCE", attachment: [url, url], metadata: metadata("2") },
  { attachmentType: "IMAGE_SET_SEQUENCE", attachment: cameras, metadata: metadata("3") },
  { attachmentType: "IMAGE_SET_SEQUENCE", attachment: [cameras, cameras], metadata: metadata("4") },
  {
    attachmentType: "POINTCLOUD",
    attachment: { ...cloud, scopeLimit: [{ type: "circle", radius: 100 }] },
    metadata: metadata("5"),
  },
  {
    attachmentType: "POINTCLOUD_SEQUENCE",
    attachment: [cloud, { url: "https://a.test/2.pcd" }],
    metadata: metadata("6"),
  },
  { attachmentType: "TEXT", attachment: "https://a.test/1.txt", metadata: { ...metadata("7"), title: "line\nbreak" } },
  { attachmentType: "AUDIO", attachment: "https://a.test/1.m4a", metadata: metadata("8") },
  { attachmentType: "VIDEO", attachment: "https://a.test/1.mp4", metadata: metadata("9") },
];

function texts(uniqueIdentifier: string): Extract<Record, { attachmentType: "TEXT" }> {
  return { attachmentType: "TEXT", attachment: "https://a.test/1.txt", metadata: metadata(uniqueIdentifier) };
}

const ajv = new Ajv({ strict: false });
ajv.addSchema({ $id: "spec", components: specification.components });
const isValid = ajv.compile({ $ref: "spec#/components/schemas/ImportRecord" });

describe("buildImportLines", () => {
  test("writes each documented kind as one line of JSON that the specification accepts", () => {
    const lines = buildImportLines(records);
    expect(lines.endsWith("}\n")).toBe(true);
    const written = lines
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(written).toEqual(records);
    for (const record of written) expect([isValid(record), isValid.errors]).toEqual([true, null]);
  });

  test("takes any iterable, and nothing gives nothing", () => {
    expect(buildImportLines(new Set(records.slice(0, 2))).split("\n")).toHaveLength(3);
    expect(buildImportLines([])).toBe("");
  });

  test("writes no character that some readers of lines take for an end", () => {
    const title = "a\u0085b\u2028c\u2029d\re\u000bf";
    const lines = buildImportLines([{ ...texts("1"), metadata: { ...metadata("1"), title } }]);
    expect(lines.replace(/\n$/, "")).not.toMatch(/[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/);
    expect(JSON.parse(lines)).toMatchObject({ metadata: { title } });
  });

  test.each([undefined, null, {}, 7, "text"])("refuses %j, which is no list of records", (given) => {
    // What JavaScript callers can pass.
    expect(() => buildImportLines(given as Record[])).toThrow(
      expect.objectContaining({ name: "ConfigError", option: "records" }),
    );
  });

  test.each<[option: string, change: object, problem: string]>([
    [
      "records[1]",
      {
        attachmentType: "IMAGE",
        attachment: url,
        metadata: { ...metadata("2"), additionalInfo: { ratio: Number.NaN } },
      },
      "JSON cannot carry",
    ],
    ["records[1].attachmentType", { attachmentType: "IMGE" }, "is none of the documented kinds: IMAGE,"],
    ["records[1].attachmentType", { attachmentType: "toString" }, "is none of the documented kinds"],
    ["records[1].attachment", { attachment: "" }, "is not the URL of a file"],
    ["records[1].attachment", { attachment: [url] }, "is not the URL of a file"],
    [
      "records[1].attachment",
      { attachmentType: "IMAGE_SEQUENCE", attachment: [] },
      "is not a list with something in it",
    ],
    [
      "records[1].attachment[1]",
      { attachmentType: "IMAGE_SEQUENCE", attachment: [url, 7] },
      "is not the URL of a file",
    ],
    [
      "records[1].attachment[0].name",
      { attachmentType: "IMAGE_SET_SEQUENCE", attachment: [{ url }] },
      "is not the name of a camera",
    ],
    ["records[1].attachment[1]", { attachmentType: "IMAGE_SET_SEQUENCE", attachment: [cameras, url] }, "is not a list"],
    ["records[1].attachment.url", { attachmentType: "POINTCLOUD", attachment: {} }, "is not the URL of a file"],
    [
      "records[1].attachment[1].imageSources[0].url",
      { attachmentType: "POINTCLOUD_SEQUENCE", attachment: [cloud, { ...cloud, imageSources: [{}] }] },
      "is not the URL",
    ],
    ["records[1].metadata", { metadata: undefined }, "is not an object with a uniqueIdentifier"],
    ["records[1].metadata.uniqueIdentifier", { metadata: { uniqueIdentifier: 7 } }, "is not a string"],
    ["records[1].metadata.uniqueIdentifier", { metadata: metadata("1") }, "is that of records[0] too"],
    ["records[1].metadata.additionalInfo", { metadata: { ...metadata("2"), additionalInfo: [] } }, "is not an object"],
  ])("refuses %s", (option, change, problem) => {
    const good = { attachmentType: "IMAGE", attachment: url, metadata: metadata("2") };
    // What JavaScript callers can pass.
    const given = [records[0], { ...good, ...change }] as Record[];
    const refusal = { name: "ConfigError", option, message: expect.stringContaining(problem) };
    expect(() => buildImportLines(given)).toThrow(expect.objectContaining(refusal));
  });

  test("never takes what the specification refuses", () => {
    const kind = fc.constantFrom(
      "IMAGE",
      "IMAGE_SEQUENCE",
      "IMAGE_SET_SEQUENCE",
      "POINTCLOUD",
      "POINTCLOUD_SEQUENCE",
      "TEXT",
      "X",
    );
    const attachment = fc.oneof(
      fc.constantFrom<unknown>(url, [url], cameras, [cameras], cloud, [cloud], [cloud, url]),
      fc.jsonValue(),
    );
    const some = fc.record({
      attachmentType: kind,
      attachment,
      metadata: fc.oneof(fc.constant(metadata("1")), fc.jsonValue()),
    });
    fc.assert(
      fc.property(some, (record) => {
        if (findRecordFault(record) === undefined) expect([isValid(record), record]).toEqual([true, record]);
      }),
      { numRuns: 2000 },
    );
  });
});

test("the kinds are those of the specification", () => {
  const overlay = readFileSync(new URL("../../../../specs/stardust/overlay.yaml", import.meta.url), "utf8");
  for (const { attachmentType } of records) expect(overlay).toContain(attachmentType);
});

test("a record's kind tells what is attached to it", () => {
  const urlOf = (record: Record): string | undefined => {
    if (record.attachmentType === "POINTCLOUD") {
      expectTypeOf(record.attachment).toEqualTypeOf<Schema<"PointCloudFrame">>();
      return record.attachment.url;
    }
    return record.attachmentType === "IMAGE" ? record.attachment : undefined;
  };
  expect(records.map(urlOf).filter((one) => one !== undefined)).toEqual([url, cloud.url]);
  // @ts-expect-error an image is attached by its URL
  const wrong: Record = { attachmentType: "IMAGE", attachment: [url], metadata: metadata("1") };
  expect(findRecordFault(wrong)?.path).toBe(".attachment");
});
