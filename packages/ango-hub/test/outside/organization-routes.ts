import { objectId } from "./object-id.ts";
import { readPage } from "./read-page.ts";
import { Refusal } from "./refusal.ts";
import { readId, readList, readObject, readOneOf, readString, readStrings } from "./read-values.ts";
import type { Routes } from "./route.ts";

const roles = ["Admin", "Member", "Guest"];

export const organizationRoutes: Routes = {
  "GET /organization/{orgId}/users": ({ path, query, records }) => {
    readId(path["orgId"], "Organization");
    const search = query.get("search") ?? "";
    const users = records.users.filter(({ name, email }) => `${String(name)} ${String(email)}`.includes(search));
    return { data: { users: readPage(query, users) } };
  },
  "POST /organization/{orgId}/users": ({ path, body }) => {
    readId(path["orgId"], "Organization");
    const results = readList(body["users"], "users").map((item) => {
      const user = readObject(item, "user");
      readOneOf(user["organizationRole"], "organizationRole", roles);
      return { email: readString(user["email"], "email"), status: "updated" };
    });
    return { data: { users: { updated: results.length, failed: 0, results } } };
  },
  "DELETE /organization/{orgId}/users": ({ path, body }) => {
    readId(path["orgId"], "Organization");
    return { data: { deleted: readStrings(body["users"], "users").length, failed: 0 } };
  },
  "GET /organization/{orgId}/invites": ({ path, query, records }) => {
    readId(path["orgId"], "Organization");
    return { data: { invites: readPage(query, records.invites) } };
  },
  "POST /organization/{orgId}/invites": ({ path, body }) => {
    readId(path["orgId"], "Organization");
    readStrings(body["to"], "to");
    readOneOf(body["organizationRole"], "organizationRole", roles);
    return { data: {} };
  },
  "DELETE /organization/{orgId}/invites": ({ path, body }) => {
    readId(path["orgId"], "Organization");
    readStrings(body["invites"], "invites");
    return { data: {} };
  },
  "GET /storages": ({ query, records }) => {
    const id = query.get("_id");
    return {
      data: {
        storages: readPage(
          query,
          records.storages.filter(({ _id }) => id === null || _id === id),
        ),
      },
    };
  },
  "POST /storages": ({ body, records }) => {
    const name = readString(body["name"], "name");
    const bucket = readString(body["bucket"], "bucket");
    const type = readOneOf(body["type"], "type", ["aws", "gcs", "azure"]);
    readObject(body["credentials"], "credentials");
    const storage = { _id: objectId(records.storages.length), name, type, bucket };
    records.storages.push(storage);
    return { data: { storage } };
  },
  "DELETE /storages/{storageId}": ({ path, records }) => {
    const id = readId(path["storageId"], "Storage");
    const storage = records.storages.find(({ _id }) => _id === id);
    if (storage === undefined) throw new Refusal(404, "Storage not found");
    return { data: { storage } };
  },
  "GET /storages/{storageId}/files": ({ path, query }) => {
    readId(path["storageId"], "Storage");
    readString(query.get("bucketName"), "bucketName");
    return { data: {} };
  },
};
