import type { Schema } from "./types.ts";

/** True for a slot of type `text`: a span of text, with its place and whether it was confirmed. */
export function isTextSlot(slot: Schema<"Slot">): slot is Schema<"SlotText"> {
  return slot.type === "text";
}

/** True for a slot of type `box2d`: a box in an image, by its corners. */
export function isBox2dSlot(slot: Schema<"Slot">): slot is Schema<"SlotBox2d"> {
  return slot.type === "box2d";
}
