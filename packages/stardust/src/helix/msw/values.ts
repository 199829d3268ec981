import { valuesByName, type MakeValue, type ValueMaker } from "@labelwire/core/msw";
import { envelopeValues, isEnvelope } from "../../msw/values.ts";

const scene: MakeValue = ({ random }) => `${random.hex(8)}-0000-4000-8000-${random.hex(12)}`;
const percent: MakeValue = ({ random }) => random.integer(0, 10_000) / 100;

const byProperty: Readonly<Record<string, MakeValue>> = {
  createdTime: () => "2026-01-15 09:30:00",
  reportedTime: () => 1_744_080_193_000,
  fixedTime: () => 1_744_862_027_000,
  successSchedule: percent,
  errorSchedule: percent,
  completionPoolSchedule: percent,
  frameAccuracyRate: percent,
  instanceAccuracyRate: percent,
  helixBucketNameList: () => ["bucket-01"],
  poolType: ({ random }) => random.integer(0, 5),
  unit: () => "seconds",
  sceneId: scene,
  instanceInfo: ({ random }) => ({ "select-[e000f]": random.integer(1, 50) }),
  sceneIdMap: (place) => ({ [String(scene(place))]: "gs://bucket/scene.json" }),
  workflowType: () => "Manual Template",
};

const envelope = envelopeValues(2000);
const named = valuesByName({ byProperty });

/** What the Helix set sends where its schemas say no more than "string" or "integer". */
export const stardustHelixValues: ValueMaker = (place) => {
  const { component, pointer } = place;
  if (isEnvelope(component) && Object.hasOwn(envelope, pointer)) return envelope[pointer]?.(place);
  return named(place);
};
