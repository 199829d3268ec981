import { expect, expectTypeOf, test } from "vitest";
import { isImportRecord } from "./is-import-record.ts";
import type { Schema } from "./types.ts";

const metadata = { uniqueIdentifier: "cat-1" };

test("a record of a documented kind says what is attached to it", () => {
  const record: Schema<"TaskRecord"> = { attachmentType: "IMAGE", attachment: "https://a.test/1.jpg", metadata };
  if (!isImportRecord(record) || record.attachmentType !== "IMAGE") throw new Error("an image was expected");
  expectTypeOf(record.attachment).toEqualTypeOf<string>();
  expect(record.attachment).toBe("https://a.test/1.jpg");
});

test.each<Schema<"TaskRecord">>([
  { attachmentType: "MESH", attachment: 7, metadata },
  { attachmentType: "IMAGE", attachment: ["https://a.test/1.jpg"], metadata },
  { attachmentType: "IMAGE" },
])("%j is of none", (record) => {
  expect(isImportRecord(record)).toBe(false);
});
