import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { operationName } from "./operation-name.ts";

describe("operationName", () => {
  test.each([
    ["tasks_list", "tasksList"],
    ["getTask", "getTask"],
    ["GetTask", "getTask"],
    ["GET", "get"],
    ["URLGet", "urlGet"],
    ["get-task.by id", "getTaskById"],
    ["repos/list-tags", "reposListTags"],
    ["tasks__list_", "tasksList"],
    ["v2_list2", "v2List2"],
    ["default_", undefined],
    ["delete", undefined],
    ["await", undefined],
    ["1st", undefined],
    ["_list", undefined],
    ["größe", undefined],
    ["", undefined],
    ["a;b", undefined],
  ])("%j is %j", (id, name) => {
    expect(operationName(id)).toBe(name);
  });

  test("a long operationId takes no time", async () => {
    const long = `${"a_".repeat(50_000)}!`;
    expect(await quickestRun(200, () => cpuMs(() => operationName(long)))).toBeLessThan(200);
  });
});
