import type { Routes } from "./route.ts";

const about = {
  name: "Computer Vision Annotation Tool",
  description: "CVAT is a tool for annotating images and videos.",
  version: "2.73.0",
  logo_url: "http://cvat-server:8080/static/logo.svg",
  subtitle: "",
};

function format(name: string, version: string, ext = "ZIP"): object {
  return { name: `${name} ${version}`, ext, version, enabled: true, dimension: "2d" };
}

const both = [
  format("COCO", "1.0"),
  format("COCO Keypoints", "1.0"),
  format("PASCAL VOC", "1.1"),
  format("YOLO", "1.1"),
];

export const exportFormats: readonly object[] = [
  ...both,
  format("CVAT for images", "1.1"),
  format("CVAT for video", "1.1"),
];
export const importFormats: readonly object[] = [...both, format("CVAT", "1.1", "XML, ZIP")];

/** Whether a format of that name is among some. */
export function hasFormat(formats: readonly object[], name: string | null): boolean {
  return formats.some((each) => "name" in each && each.name === name);
}

export const serverRoutes: Routes = {
  "GET /api/server/about": () => ({ json: about }),
  "GET /api/server/annotation/formats": () => ({ json: { importers: importFormats, exporters: exportFormats } }),
  // Long gone, and said so in plain text.
  "GET /api/tasks/{id}/dataset": () => ({ status: 410, text: "This endpoint is no longer supported." }),
};
