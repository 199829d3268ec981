import { checkMembers, isPlainObject, withoutUndefined, type OptionRule, type OptionRules } from "@labelwire/core";
import type { Schema } from "../types.ts";
import { count, flag, index, list, names, oneOf, text } from "./option-rules.ts";

/** How frames for quality control are chosen. */
export interface ValidationParams {
  /** `"gt"`: a ground truth job of its own. `"gt_pool"`: frames of a pool that are mixed into the jobs. */
  readonly mode: "gt" | "gt_pool";
  readonly frameSelectionMethod?: Schema<"FrameSelectionMethod"> | undefined;
  readonly randomSeed?: number | undefined;
  /** Names of the frames, for `"manual"`. */
  readonly frames?: readonly string[] | undefined;
  readonly frameCount?: number | undefined;
  /** From 0 to 1. */
  readonly frameShare?: number | undefined;
  readonly framesPerJobCount?: number | undefined;
  /** From 0 to 1. */
  readonly framesPerJobShare?: number | undefined;
}

/** What the server makes of a task's data: the members of `DataRequest`. What is left out is left to the server's default. */
export interface TaskDataOptions {
  /** How well frames are kept for annotating, from 1 to 100. Default: 70. */
  readonly imageQuality?: number | undefined;
  /** The most frames in one chunk. */
  readonly chunkSize?: number | undefined;
  /** The first frame to take, counted from 0. */
  readonly startFrame?: number | undefined;
  /** The last frame to take. */
  readonly stopFrame?: number | undefined;
  /** Takes every n-th frame alone, such as `"step=10"`. */
  readonly frameFilter?: string | undefined;
  /** `"predefined"` keeps the order in which `data` names the files. */
  readonly sortingMethod?: Schema<"SortingMethod"> | undefined;
  /** The order for `"predefined"`. Default: that of the files. */
  readonly uploadFileOrder?: readonly string[] | undefined;
  /** True has chunks of a video kept as archives of frames, false as video. */
  readonly useZipChunks?: boolean | undefined;
  readonly useCache?: boolean | undefined;
  /** `"cache"`: chunks are made when they are asked for. `"file_system"`: all are made at once. */
  readonly storageMethod?: Schema<"StorageMethod"> | undefined;
  /** True copies files of the share into the server. */
  readonly copyData?: boolean | undefined;
  /** Files and folders left out of the folders in `serverFiles`. */
  readonly serverFilesExclude?: readonly string[] | undefined;
  /** Which entries of a manifest in a cloud storage are taken, such as `"cats/*.jpg"`. */
  readonly filenamePattern?: string | undefined;
  /** The files of each job. */
  readonly jobFileMapping?: readonly (readonly string[])[] | undefined;
  readonly validationParams?: ValidationParams | undefined;
}

const share: OptionRule = [(value) => typeof value === "number" && value > 0 && value <= 1, "a number up to 1, over 0"];

const validationRules: OptionRules = {
  mode: oneOf("gt", "gt_pool"),
  frameSelectionMethod: oneOf("random_uniform", "random_per_job", "manual"),
  randomSeed: index,
  frames: names,
  frameCount: count,
  frameShare: share,
  framesPerJobCount: count,
  framesPerJobShare: share,
};

export const dataRules: OptionRules = {
  imageQuality: [
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100,
    "a whole number from 1 to 100",
  ],
  chunkSize: count,
  startFrame: index,
  stopFrame: index,
  frameFilter: [
    (value) => typeof value === "string" && /^step\s*=\s*[1-9]\d*$/.test(value),
    'a step such as "step=10"',
  ],
  sortingMethod: oneOf("lexicographical", "natural", "predefined", "random"),
  // An empty one says that the files arrive in order.
  uploadFileOrder: list,
  useZipChunks: flag,
  useCache: flag,
  storageMethod: oneOf("cache", "file_system"),
  copyData: flag,
  serverFilesExclude: names,
  filenamePattern: text,
  jobFileMapping: [
    (value) => Array.isArray(value) && value.length > 0 && value.every(Array.isArray),
    "a list of lists of file names",
  ],
  validationParams: [isPlainObject, "a plain object", validationRules],
};

/** The members of `DataRequest`, without the files. */
export function toDataRequest({ validationParams, ...options }: TaskDataOptions): Schema<"DataRequest"> {
  if (validationParams !== undefined)
    checkMembers("options.validationParams", validationParams, validationRules, ["mode"]);
  const { jobFileMapping, uploadFileOrder, serverFilesExclude } = options;
  return withoutUndefined({
    image_quality: options.imageQuality ?? 70,
    chunk_size: options.chunkSize,
    start_frame: options.startFrame,
    stop_frame: options.stopFrame,
    frame_filter: options.frameFilter,
    sorting_method: options.sortingMethod,
    upload_file_order: uploadFileOrder && [...uploadFileOrder],
    use_zip_chunks: options.useZipChunks,
    use_cache: options.useCache,
    storage_method: options.storageMethod,
    copy_data: options.copyData,
    server_files_exclude: serverFilesExclude && [...serverFilesExclude],
    filename_pattern: options.filenamePattern,
    job_file_mapping: jobFileMapping?.map((files) => [...files]),
    validation_params: validationParams && toValidationParams(validationParams),
  });
}

function toValidationParams(params: ValidationParams): Schema<"ValidationParamsRequest"> {
  const { mode } = params;
  const others = withoutUndefined({
    frame_selection_method: params.frameSelectionMethod,
    random_seed: params.randomSeed,
    frames: params.frames && [...params.frames],
    frame_count: params.frameCount,
    frame_share: params.frameShare,
    frames_per_job_count: params.framesPerJobCount,
    frames_per_job_share: params.framesPerJobShare,
  });
  return { mode, ...others };
}
