import { expect, test } from "vitest";
import { exportedResults } from "./exported-results.ts";

test("what a client gives is exported without a type of one's own", () => {
  const text = exportedResults({
    specifier: "@labelwire/acme/farm",
    factory: "createFarmClient",
    mockFactory: "createFarmMock",
    functions: ["createFarmClient", "unwrap"],
    operations: ["getPet", "listPets"],
    lists: ["listPets"],
    paths: ["/pets"],
  });
  const lines = text.split("\n");
  expect(lines).toContain('import * as operations from "@labelwire/acme/farm/operations";');
  expect(lines).toContain("export const made = client.createFarmClient({});");
  expect(lines).toContain("export const mock = msw.createFarmMock();");
  expect(lines).toContain(
    "export const data_getPet = (...given: Parameters<typeof operations.getPet>) => client.unwrap(operations.getPet(...given));",
  );
  expect(lines.filter((line) => line.includes("listPets"))).toHaveLength(6);
  expect(lines).toContain('export const got_0 = () => made.GET("/pets", {} as never);');
});
