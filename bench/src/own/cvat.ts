import type { OwnMeasurement } from "../own-measurement.ts";
import { measureExport } from "./cvat-export.ts";
import { measureListing } from "./cvat-listing.ts";
import { measureUpload } from "./cvat-upload.ts";

/** What is measured of this platform alone. */
export const measurements: readonly OwnMeasurement[] = [measureListing, measureExport, measureUpload];
