import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlannedFile } from "./plan-files.ts";
import { planShipments, type Shipment } from "./plan-shipments.ts";

const mib = 1_048_576;
const options = { blockBytes: 10 * mib, isResumable: false };

function fileOf(name: string, size: number): PlannedFile {
  const blob = new Blob([]);
  Object.defineProperty(blob, "size", { value: size });
  return { name, blob };
}

function describeShipment(shipment: Shipment): string {
  return shipment.kind === "tus" ? shipment.file.name : shipment.files.map(({ name }) => name).join("+");
}

test("small files share a request up to 4 MiB, large ones go alone", () => {
  const sizes = [1, 1, 5, 2, 1, 4].map((size) => size * mib);
  const shipments = planShipments(
    sizes.map((size, at) => fileOf(`f${at}`, size)),
    options,
  );
  expect(shipments.map(describeShipment)).toEqual(["f2", "f0+f1+f3", "f4", "f5"]);
});

test("no group has more than 100 files", () => {
  const files = Array.from({ length: 250 }, (_, at) => fileOf(`${at}`, 1));
  const counts = planShipments(files, options).map((shipment) =>
    shipment.kind === "group" ? shipment.files.length : 0,
  );
  expect(counts).toEqual([100, 100, 50]);
});

test.each(['a"b.jpg', "a&lt;b.jpg", "zero\u200bwidth.jpg", "no\u00a0break.jpg"])(
  "%j would not arrive in a form as it is",
  (name) => {
    expect(planShipments([fileOf(name, 1)], options)).toMatchObject([{ kind: "tus" }]);
  },
);

test("where a later run goes on, every file goes alone", () => {
  const files = [fileOf("a", 1), fileOf("b", 1)];
  expect(planShipments(files, { ...options, isResumable: true }).map(describeShipment)).toEqual(["a", "b"]);
});

test("every file is sent once", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 * mib }), { maxLength: 300 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 100 * mib }), (given, blockBytes) => {
      const files = given.map((size, at) => fileOf(String(at), size));
      const shipments = planShipments(files, { blockBytes, isResumable: false });
      const sent = shipments.flatMap((shipment) => (shipment.kind === "tus" ? [shipment.file] : shipment.files));
      expect(new Set(sent)).toEqual(new Set(files));
      expect(sent).toHaveLength(files.length);
    }),
  );
});
