import { ApiError, NetworkError } from "@labelwire/core";
import { describe, expect, test } from "vitest";
import { importInChunks } from "./import-in-chunks.ts";
import type { ImportProgress } from "./import-report.ts";

const items = ["a", "b", "c", "d", "e"];
const reset = new NetworkError({ message: "reset", code: "ECONNRESET", attempts: 1 });
const unauthorized = new ApiError({ message: "401", operation: "importLabels", status: 401, body: undefined });

function failing(errors: Record<string, unknown>): (chunk: readonly string[]) => Promise<string> {
  return async (chunk) => {
    const [first = ""] = chunk;
    if (first in errors) throw errors[first];
    return chunk.join("");
  };
}

test("all taken, in chunks, in order, with progress", async () => {
  const told: ImportProgress[] = [];
  const options = { itemsPerRequest: 2, onProgress: (progress: ImportProgress) => told.push(progress) };
  const report = await importInChunks({ items, send: failing({}), options });
  expect(report).toEqual({ imported: 5, failed: [], answers: ["ab", "cd", "e"] });
  expect(told.map(({ importedItems, failedItems, fraction }) => [importedItems, failedItems, fraction])).toEqual([
    [2, 0, 0.4],
    [4, 0, 0.8],
    [5, 0, 1],
  ]);
});

describe("a chunk that fails", () => {
  test("is reported by its places; the others are taken", async () => {
    const told: ImportProgress[] = [];
    const report = await importInChunks({
      items,
      send: failing({ c: reset }),
      options: { itemsPerRequest: 2, onProgress: (progress) => told.push(progress) },
    });
    expect(report).toEqual({ imported: 3, failed: [{ indexes: [2, 3], error: reset }], answers: ["ab", "e"] });
    const [failure] = report.failed;
    expect(told[1]).toEqual({ totalItems: 5, importedItems: 2, failedItems: 2, fraction: 0.8, failure });
    expect(told[2]).not.toHaveProperty("failure");
  });

  test("for a refused key sends no further one, and every item is accounted for", async () => {
    const sent: string[] = [];
    const send = async (chunk: readonly string[]): Promise<never> => {
      sent.push(chunk.join(""));
      throw unauthorized;
    };
    const report = await importInChunks({ items, send, options: { itemsPerRequest: 2 } });
    expect(sent).toEqual(["ab"]);
    expect(report.imported).toBe(0);
    expect(report.failed.flatMap(({ indexes }) => indexes)).toEqual([0, 1, 2, 3, 4]);
  });

  test("with something that is no error is reported as one", async () => {
    const report = await importInChunks({ items: ["a"], send: failing({ a: "thrown" }), options: {} });
    expect(report.failed[0]?.error).toMatchObject({ message: "thrown", cause: "thrown" });
  });
});

test("an abort rejects with its reason and sends nothing more", async () => {
  const controller = new AbortController();
  const sent: string[] = [];
  const send = async (chunk: readonly string[]): Promise<void> => {
    sent.push(chunk.join(""));
    if (sent.length === 2) controller.abort("enough");
  };
  const work = importInChunks({ items, send, options: { itemsPerRequest: 2, signal: controller.signal } });
  await expect(work).rejects.toBe("enough");
  expect(sent).toEqual(["ab", "cd"]);
});
