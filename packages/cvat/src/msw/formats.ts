interface Format {
  readonly name: string;
  readonly ext: string;
  readonly version: string;
  readonly enabled: boolean;
  readonly dimension: string;
}

function format(name: string, version: string, ext = "ZIP", dimension = "2d"): Format {
  return { name: `${name} ${version}`, ext, version, enabled: true, dimension };
}

const both: readonly Format[] = [
  format("COCO", "1.0"),
  format("COCO Keypoints", "1.0"),
  format("CVAT", "1.1", "XML, ZIP"),
  format("Datumaro", "1.0"),
  format("PASCAL VOC", "1.1"),
  format("Segmentation mask", "1.1"),
  format("YOLO", "1.1"),
  format("Ultralytics YOLO Detection", "1.0"),
];

/** The formats that the mock's server has: the common ones of a server of version 2.73. */
export const formats: Readonly<Record<"exporters" | "importers", readonly Format[]>> = {
  exporters: [...both, format("CVAT for images", "1.1"), format("CVAT for video", "1.1")],
  importers: both,
};

/** True for a format as the server lists it. */
export function isFormat(kind: keyof typeof formats, name: unknown): boolean {
  return formats[kind].some((known) => known.name === name);
}
