import type { JsonObject } from "./read-values.ts";

/** What the Helix set keeps. */
export interface HelixRecords {
  readonly folders: Folder[];
  readonly campaigns: Campaign[];
  /** The keys of each taxonomy, by its name. */
  readonly taxonomies: Map<string, readonly string[]>;
  readonly templates: Map<string, Template>;
  readonly requests: AnnotationRequest[];
  /** The pool of each sampling package, by its id. */
  readonly samplings: Map<number, string>;
}

export interface Folder {
  readonly helixProjectId: string;
  readonly name: string;
  readonly helixBucketNameList: readonly string[];
  helixStatus: string;
}

export interface Campaign {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly workflowType: string;
  readonly taxonomyVersionName: string;
  readonly folderName: string;
  readonly campaignType: string;
}

export interface Template {
  readonly nodes: readonly { readonly name: string; readonly type: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export interface AnnotationRequest {
  readonly info: JsonObject;
  readonly id: string;
  readonly name: string;
  /** The task of each scene that has one. */
  readonly tasks: ReadonlyMap<string, bigint>;
  /** Why other scenes have none. */
  readonly errors: ReadonlyMap<string, string>;
  /** How often its state and its schedule have been looked at. */
  looks: number;
  scheduleLooks: number;
}

/** The pools of the workflow that campaigns have which name no template. */
const manual: Template = {
  nodes: [
    { name: "Distribution Pool", type: "DISTRIBUTION" },
    { name: "Annotation Pool", type: "ANNOTATION" },
    { name: "Review Pool", type: "CHECK" },
    { name: "Completion Pool", type: "COMPLETE" },
  ],
  edges: [
    { from: "Distribution Pool", to: "Annotation Pool" },
    { from: "Annotation Pool", to: "Review Pool" },
    { from: "Review Pool", to: "Completion Pool" },
  ],
};

/** One folder with one campaign, and an annotation request of one scene in it. */
export function createHelixRecords(): HelixRecords {
  const names = { workflowType: "Manual Template", taxonomyVersionName: "v0", folderName: "Stardust" };
  const info = {
    annotationRequestId: "request-1",
    annotationRequestName: "request-1",
    campaignId: "c-1",
    sceneIdMap: { "scene-0": "gs://test/json/000.yml" },
  };
  const tasks = new Map([["scene-0", 466917967054114816n]]);
  const state = { tasks, errors: new Map<string, string>(), looks: 9, scheduleLooks: 9 };
  return {
    folders: [
      { helixProjectId: "f-1", name: "Stardust", helixBucketNameList: ["test01", "test02"], helixStatus: "active" },
    ],
    campaigns: [{ campaignId: "c-1", campaignName: "cats", ...names, campaignType: "POC" }],
    taxonomies: new Map([["v0", ["box2d-0"]]]),
    templates: new Map([
      ["Manual Template", manual],
      ["Prelabeling Template", manual],
      ["Manual", manual],
    ]),
    requests: [{ info, id: "request-1", name: "request-1", ...state }],
    samplings: new Map(),
  };
}
