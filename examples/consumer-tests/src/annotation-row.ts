import type { Schema } from "@labelwire/cvat";

/** One line of a report: a label, a kind of shape, and how many numbers it takes. */
export function annotationRow({ label_id, type, points }: Schema<"LabeledShape">): string {
  return [label_id, type, points.length].join(",");
}
