import { expect, expectTypeOf, test } from "vitest";
import type { Schema } from "../types.ts";
import { dataRules, toDataRequest, type TaskDataOptions, type ValidationParams } from "./task-data-options.ts";

/** A name as the API spells it. */
type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

/** What says which files there are; `data` does. */
type Files = "client_files" | "server_files" | "remote_files" | "cloud_storage_id";

test("every member of DataRequest but the files has an option of its name", () => {
  expectTypeOf<SnakeCase<keyof TaskDataOptions>>().toEqualTypeOf<Exclude<keyof Schema<"DataRequest">, Files>>();
  expectTypeOf<SnakeCase<keyof ValidationParams>>().toEqualTypeOf<keyof Schema<"ValidationParamsRequest">>();
});

const options: Required<TaskDataOptions> = {
  imageQuality: 50,
  chunkSize: 36,
  startFrame: 1,
  stopFrame: 9,
  frameFilter: "step=2",
  sortingMethod: "random",
  uploadFileOrder: ["a"],
  useZipChunks: true,
  useCache: true,
  storageMethod: "cache",
  copyData: false,
  serverFilesExclude: ["b"],
  filenamePattern: "*.jpg",
  jobFileMapping: [["a"], ["b"]],
  validationParams: {
    mode: "gt_pool",
    frameSelectionMethod: "manual",
    randomSeed: 1,
    frames: ["a"],
    frameCount: 2,
    frameShare: 0.1,
    framesPerJobCount: 3,
    framesPerJobShare: 0.5,
  },
};

test("each option is sent as the API spells it", () => {
  expect(toDataRequest(options)).toEqual({
    image_quality: 50,
    chunk_size: 36,
    start_frame: 1,
    stop_frame: 9,
    frame_filter: "step=2",
    sorting_method: "random",
    upload_file_order: ["a"],
    use_zip_chunks: true,
    use_cache: true,
    storage_method: "cache",
    copy_data: false,
    server_files_exclude: ["b"],
    filename_pattern: "*.jpg",
    job_file_mapping: [["a"], ["b"]],
    validation_params: {
      mode: "gt_pool",
      frame_selection_method: "manual",
      random_seed: 1,
      frames: ["a"],
      frame_count: 2,
      frame_share: 0.1,
      frames_per_job_count: 3,
      frames_per_job_share: 0.5,
    },
  });
});

test("what is left out is left to the server, but for the quality that it requires", () => {
  expect(toDataRequest({ chunkSize: undefined })).toEqual({ image_quality: 70 });
});

test("every option is checked", () => {
  expect(Object.keys(dataRules).sort()).toEqual(Object.keys(options).sort());
});
