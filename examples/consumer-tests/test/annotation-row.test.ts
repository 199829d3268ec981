import { createCvatMock } from "@labelwire/cvat/msw";
import { expect, test } from "vitest";
import { annotationRow } from "../src/annotation-row.ts";

const mock = createCvatMock({ seed: 1 });

test("writes a row of any valid shape", () => {
  const shape = mock.fixture("LabeledShape", { label_id: 3, type: "rectangle", points: [1, 2, 3, 4] });
  expect(annotationRow(shape)).toBe("3,rectangle,4");
});
