import { isPlainObject } from "@labelwire/core";

/** Why the platform could not make a task of a record. */
export interface RecordFault {
  /** Where in the record, such as `.attachment[1].url`; empty for the record itself. */
  readonly path: string;
  /** What reads after the place, without a full stop. */
  readonly problem: string;
}

type Check = (value: unknown, path: string) => RecordFault | undefined;

const url: Check = (value, path) =>
  typeof value === "string" && value.trim() !== "" ? undefined : { path, problem: "is not the URL of a file" };

const namedUrl: Check = (value, path) => {
  if (!isPlainObject(value)) return { path, problem: "is not an object with the name of a camera and a url" };
  if (typeof value["name"] !== "string" || value["name"] === "") {
    return { path: `${path}.name`, problem: "is not the name of a camera" };
  }
  return url(value["url"], `${path}.url`);
};

const imageSource: Check = (value, path) =>
  isPlainObject(value)
    ? url(value["url"], `${path}.url`)
    : { path, problem: "is not an object with the url of an image" };

const pointCloudFrame: Check = (value, path) => {
  if (!isPlainObject(value)) return { path, problem: "is not an object with the url of a point cloud" };
  const { url: address, imageSources } = value;
  const fault = url(address, `${path}.url`);
  if (fault || imageSources === undefined) return fault;
  if (!Array.isArray(imageSources)) return { path: `${path}.imageSources`, problem: "is not a list" };
  return firstFault(imageSources, `${path}.imageSources`, imageSource);
};

const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) && value.length > 0
      ? firstFault(value, path, check)
      : { path, problem: "is not a list with something in it" };

/** Cameras of one moment, or of each frame: both have the same type, so the first item says which it is. */
const imageSet: Check = (value, path) => {
  const frames = Array.isArray(value) && Array.isArray(value[0]);
  return listOf(frames ? listOf(namedUrl) : namedUrl)(value, path);
};

/** What has to be attached, by `attachmentType`. */
const attachments: Readonly<Record<string, Check>> = {
  IMAGE: url,
  IMAGE_SEQUENCE: listOf(url),
  IMAGE_SET_SEQUENCE: imageSet,
  POINTCLOUD: pointCloudFrame,
  POINTCLOUD_SEQUENCE: listOf(pointCloudFrame),
  TEXT: url,
  AUDIO: url,
  VIDEO: url,
};

/** The first thing that is wrong with a record for `buildImportLines`; undefined for one that fits a documented kind. */
export function findRecordFault(record: unknown): RecordFault | undefined {
  if (!isPlainObject(record)) return { path: "", problem: "is not an object" };
  const { attachmentType, attachment, metadata } = record;
  const kinds = Object.keys(attachments).join(", ");
  const check =
    typeof attachmentType === "string" && Object.hasOwn(attachments, attachmentType)
      ? attachments[attachmentType]
      : undefined;
  if (!check) return { path: ".attachmentType", problem: `is none of the documented kinds: ${kinds}` };
  return check(attachment, ".attachment") ?? metadataFault(metadata);
}

function metadataFault(metadata: unknown): RecordFault | undefined {
  if (!isPlainObject(metadata)) return { path: ".metadata", problem: "is not an object with a uniqueIdentifier" };
  const { uniqueIdentifier, title, additionalInfo } = metadata;
  if (typeof uniqueIdentifier !== "string" || uniqueIdentifier.trim() === "") {
    return { path: ".metadata.uniqueIdentifier", problem: "is not a string that names the task in your own terms" };
  }
  if (title !== undefined && typeof title !== "string") return { path: ".metadata.title", problem: "is not a string" };
  if (additionalInfo !== undefined && !isPlainObject(additionalInfo)) {
    return { path: ".metadata.additionalInfo", problem: "is not an object" };
  }
  return undefined;
}

function firstFault(values: readonly unknown[], path: string, check: Check): RecordFault | undefined {
  for (const [index, value] of values.entries()) {
    const fault = check(value, `${path}[${index}]`);
    if (fault) return fault;
  }
  return undefined;
}
