import { expect, test } from "vitest";
import { readDiagnostics } from "./check-types.ts";

test("the figures are read from a compiler's report", () => {
  const report =
    "Files:              90\nTypes:             390\nInstantiations:    467\nCheck time:      0.07s\nTotal time:      0.3s";
  expect(readDiagnostics(report)).toEqual({ instantiations: 467, types: 390, checkSeconds: 0.07 });
});

test("a report without them is an error", () => {
  expect(() => readDiagnostics("error TS5083")).toThrow('no "Instantiations"');
});
