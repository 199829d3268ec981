import { valuesByName, type MakeValue, type ValueMaker } from "@labelwire/core/msw";
import { formats } from "./formats.ts";

type Makers = Readonly<Record<string, MakeValue>>;

const first = ["Ada", "Ben", "Chloe", "Dario", "Elif"] as const;
const last = ["Byron", "Okoro", "Laurent", "Rossi", "Yilmaz"] as const;
const username: MakeValue = ({ random }) =>
  `${random.pick(first)?.toLowerCase() ?? ""}${String(random.integer(1, 99))}`;

const byProperty: Makers = {
  username,
  first_name: ({ random }) => random.pick(first),
  last_name: ({ random }) => random.pick(last),
  // Nobody is in an organization unless a test says so.
  organization_id: () => null,
  org_id: () => null,
  guide_id: () => null,
  bug_tracker: () => "",
  validation_mode: () => null,
  deleted: () => false,
};

const frames = 10;
const images: Makers = {
  dimension: () => "2d",
  mode: () => "annotation",
  media_type: () => "image",
  organization: () => null,
};

const byComponent: Readonly<Record<string, Makers>> = {
  About: {
    name: () => "Computer Vision Annotation Tool",
    description: () => "A mock of a server of version 2.73",
    version: () => "2.73.0",
  },
  DatasetFormats: { "": () => formats },
  JobRead: {
    ...images,
    start_frame: () => 0,
    stop_frame: () => frames - 1,
    type: () => "annotation",
    parent_job_id: () => null,
    assignee: () => null,
  },
  ProjectRead: { organization: () => null },
  CloudStorageRead: { organization: () => null },
  TaskRead: {
    ...images,
    subset: ({ random }) => random.pick(["Train", "Test", ""]),
    size: () => 3 * frames,
    segment_size: () => frames,
    overlap: () => 0,
    image_quality: () => 70,
    data_chunk_size: () => 36,
    consensus_enabled: () => false,
  },
  JobsSummary: { count: () => 3, completed: () => 0, validation: () => 0 },
  Label: { parent_id: () => null, has_parent: () => false, attributes: () => [], sublabels: () => [] },
  // Whoever waits for a request that nobody has started finds it done.
  Request: {
    status: () => "finished",
    progress: () => 1,
    message: () => "",
    result_url: () => null,
    result_id: () => null,
  },
  RequestDataOperation: { type: () => "create:task", target: () => "task", format: () => null },
  RqStatus: { state: () => "Finished", message: () => "", progress: () => 0 },
  LabeledData: { version: () => 0 },
};

/** What CVAT sends where its schemas say no more than a type. */
export const cvatValues: ValueMaker = valuesByName({ byComponent, byProperty });
