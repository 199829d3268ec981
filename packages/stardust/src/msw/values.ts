import { valuesByName, type MakeValue, type ValueMaker } from "@labelwire/core/msw";
import { unsaidTime } from "./select-tasks.ts";

const digits: MakeValue = ({ random }) =>
  `${String(random.integer(1, 8))}${Array.from({ length: 17 }, () => random.integer(0, 9)).join("")}`;
const moment: MakeValue = () => unsaidTime;
const file =
  (extension: string): MakeValue =>
  ({ random }) =>
    `https://files.example.com/${random.hex(8)}.${extension}`;

/** The members of an envelope; `successCode` is where the two sets differ. */
export function envelopeValues(successCode: number): Readonly<Record<string, MakeValue>> {
  return {
    "/code": () => successCode,
    "/success": () => true,
    "/message": () => "Success",
    "/date": moment,
    "/requestId": ({ random }) => random.hex(32),
  };
}

const byProperty: Readonly<Record<string, MakeValue>> = {
  taskId: digits,
  batchId: digits,
  datasetId: digits,
  dataId: digits,
  createdTime: moment,
  updatedTime: moment,
  deadline: moment,
  createdAt: moment,
  serverTime: moment,
  uniqueIdentifier: ({ random }) => `cat-${String(random.integer(1, 9999)).padStart(4, "0")}`,
  jsonlName: () => "tasks.jsonl",
  dataType: () => 2,
  attachmentType: () => "IMAGE",
  attachment: file("jpg"),
  poolType: ({ random }) => random.integer(0, 5),
};

const byComponent: Readonly<Record<string, Readonly<Record<string, MakeValue>>>> = {
  TaskListItem: { id: digits, status: () => 9 },
  Task: { status: () => 9 },
  Project: { status: () => 1 },
  Dataset: { status: () => 2 },
  TaskBatch: { status: () => 3, taskCount: () => 0, importFailCount: () => 0, errors: () => [] },
  TextRecord: { attachment: file("txt") },
  CallbackEvent: { status: () => "completed" },
};

const envelope = envelopeValues(200);
const named = valuesByName({ byComponent, byProperty });

/** What Stardust sends where its schemas say no more than "string" or "integer". */
export const stardustValues: ValueMaker = (place) => {
  const { component, pointer } = place;
  // The key of an item is made apart from the item.
  if (component === undefined && pointer === "/id") return digits(place);
  if (isEnvelope(component) && Object.hasOwn(envelope, pointer)) return envelope[pointer]?.(place);
  return named(place);
};

/** True at the top of an answer. */
export function isEnvelope(component: string | undefined): boolean {
  return component === undefined || component === "Envelope" || component.endsWith("Response");
}
