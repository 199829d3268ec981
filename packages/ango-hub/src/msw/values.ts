import { valuesByName, type MakeValue, type ValueMaker } from "@labelwire/core/msw";

const people = ["ada", "ben", "chloe", "dario", "elif"] as const;
const person: MakeValue = ({ random }) => `${random.pick(people) ?? ""}@example.com`;
// The documented sample of an id has 24 hexadecimal digits.
const id: MakeValue = ({ random }) => random.hex(24);

const byProperty: Readonly<Record<string, MakeValue>> = {
  project: id,
  asset: id,
  organization: id,
  labelTask: id,
  assignee: person,
  owner: person,
  createdBy: person,
  updatedBy: person,
  resolvedBy: person,
  userEmail: person,
  deleted: () => false,
  externalId: ({ random }) => `image-${String(random.integer(1, 9999)).padStart(4, "0")}.jpg`,
  batches: ({ random }) => `Batch ${String(random.integer(1, 5))}`,
  region: () => "eu-central-1",
  // An answer follows the project's category schema, whose three parts these are.
  answer: () => ({ tools: [], classifications: [], relations: [] }),
};

const byComponent: Readonly<Record<string, Readonly<Record<string, MakeValue>>>> = {
  LabelTask: {
    status: ({ random }) => random.pick(["TODO", "Completed"]),
    stage: ({ random }) => random.pick(["Label", "Review", "Complete"]),
    duration: ({ random }) => random.integer(5, 600),
  },
  Invite: { status: () => "Pending", to: person },
};

const named = valuesByName({ byComponent, byProperty });

/** What Ango Hub sends where its schemas say no more than "string". */
export const angoHubValues: ValueMaker = (place) => {
  const { component, pointer } = place;
  return pointer === "/status" && isEnvelope(component) ? "success" : named(place);
};

function isEnvelope(component: string | undefined): boolean {
  return component === undefined || (component.endsWith("Response") && component !== "ErrorResponse");
}
