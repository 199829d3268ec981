import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestFormats } from "./nearest-formats.ts";

const known = [
  "COCO 1.0",
  "COCO Keypoints 1.0",
  "CVAT for images 1.1",
  "CVAT for video 1.1",
  "Datumaro 1.0",
  "PASCAL VOC 1.1",
  "Ultralytics YOLO Detection 1.0",
  "YOLO 1.1",
];

test.each([
  ["COCO", "COCO 1.0"],
  ["coco 1.0", "COCO 1.0"],
  ["COCO 1,0", "COCO 1.0"],
  ["COCO_1.0", "COCO 1.0"],
  ["coco keypoints", "COCO Keypoints 1.0"],
  ["yolo", "YOLO 1.1"],
  ["Pascal VOC", "PASCAL VOC 1.1"],
  ["CVAT for image", "CVAT for images 1.1"],
  ["ultralytics yolo detection", "Ultralytics YOLO Detection 1.0"],
])("%j is nearest to %j", (name, expected) => {
  expect(nearestFormats(name, known)[0]).toBe(expected);
});

test("at most three are named, the nearest first", () => {
  expect(nearestFormats("CVAT 1.1", known)).toEqual(["CVAT for video 1.1", "CVAT for images 1.1"]);
  expect(nearestFormats("OCOC", ["COCO 1", "COCO 2", "COCO 3", "COCO 4"])).toHaveLength(3);
});

test.each(["", "x", "KITTI"])("%j is near to none", (name) => {
  expect(nearestFormats(name, known)).toEqual([]);
});

test("whatever is asked for, names of the list come back, each once, and a name's own is first", () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.string({ minLength: 1 })), (name, list) => {
      const nearest = nearestFormats(name, list);
      expect(list).toEqual(expect.arrayContaining(nearest));
      expect(new Set(nearest).size).toBe(nearest.length);
    }),
  );
  for (const name of known) expect(nearestFormats(name, known)[0]).toBe(name);
});
