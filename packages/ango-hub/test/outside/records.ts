import { objectId } from "./object-id.ts";
import type { JsonObject } from "./read-values.ts";

/** What the platform holds when it starts. */
export interface Records {
  readonly tasks: JsonObject[];
  readonly projects: JsonObject[];
  readonly users: JsonObject[];
  readonly invites: JsonObject[];
  readonly storages: JsonObject[];
  readonly issues: JsonObject[];
  readonly assets: JsonObject[];
}

export function createRecords(): Records {
  return {
    tasks: records(250, (index) => ({
      asset: objectId(1000 + index),
      stage: index % 5 === 0 ? "Complete" : "Label",
      status: index % 5 === 0 ? "Completed" : "TODO",
      assignee: index % 2 === 0 ? "ada@example.com" : "grace@example.com",
      externalId: `image-${index}.jpg`,
      batches: [index < 100 ? "Batch1" : "Batch2"],
      priority: index % 3,
      answer: { tools: [], classifications: [] },
      duration: 30 + index,
    })),
    projects: records(12, (index) => ({ name: `Project ${index}`, description: "", organization: objectId(0) })),
    users: records(23, (index) => ({
      email: `person-${index}@example.com`,
      name: `Person ${index}`,
      organizationRole: index === 0 ? "Admin" : "Member",
    })),
    invites: records(2, (index) => ({
      to: `guest-${index}@example.com`,
      organizationRole: "Guest",
      status: "Pending",
      createdBy: "person-0@example.com",
    })),
    storages: records(3, (index) => ({ name: `Bucket ${index}`, type: "aws", bucket: `bucket-${index}` })),
    issues: records(11, (index) => ({
      content: `Look at corner ${index}`,
      labelTask: objectId(index),
      status: "Open",
    })),
    assets: records(15, (index) => ({ externalId: `image-${index}.jpg` })),
  };
}

function records(count: number, members: (index: number) => JsonObject): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    _id: objectId(index),
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    ...members(index),
  }));
}
