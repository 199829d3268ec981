import { bad, readShortText } from "./helix-values.ts";
import { readList, readText } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Routes } from "./route.ts";

/** Folders: projects at Helix, as this platform keeps them. */
export const helixFolderRoutes: Routes = {
  "POST /folder/create": ({ body, records: { helix } }) => {
    const helixProjectId = readShortText(body["helixProjectId"], "helixProjectId");
    const name = readShortText(body["name"], "name");
    const helixBucketNameList = readList(body["helixBucketNameList"], bad("helixBucketNameList")).map(readBucketName);
    if (helixBucketNameList.length > 100) throw new Refusal(4005, "helixBucketNameList");
    const [sameId, sameName] = [
      helix.folders.some((folder) => folder.helixProjectId === helixProjectId),
      helix.folders.some((folder) => folder.name === name),
    ];
    if (sameId && sameName) throw new Refusal(54001, "Duplicate folder");
    if (sameId) throw new Refusal(54002, "Duplicate folder id");
    if (sameName) throw new Refusal(54003, "Duplicate name");
    helix.folders.push({ helixProjectId, name, helixBucketNameList, helixStatus: "active" });
    return null;
  },
  "POST /folder/update": ({ body, records }) => {
    const id = readText(body["helixProjectId"], bad("helixProjectId"));
    const folder = records.helix.folders.find(({ helixProjectId }) => helixProjectId === id);
    if (!folder) throw new Refusal(54004, "Folder id does not exist");
    const status = body["helixStatus"];
    if (status !== "active" && status !== "inactive") throw new Refusal(54008, "Folder status does not exist");
    folder.helixStatus = status;
    return null;
  },
  "GET /folder/getAll": ({ records: { helix } }) => ({
    inactive: helix.folders.filter(({ helixStatus }) => helixStatus === "inactive"),
    active: helix.folders.filter(({ helixStatus }) => helixStatus === "active"),
  }),
  "GET /folder/{helixProjectId}": ({ path, records }) => {
    const folder = records.helix.folders.find(({ helixProjectId }) => helixProjectId === path["helixProjectId"]);
    if (!folder) throw new Refusal(54004, "Folder id does not exist");
    return folder;
  },
};

function readBucketName(value: unknown): string {
  const name = readText(value, bad("helixBucketNameList"));
  if (name.includes("/")) throw new Refusal(54010, "Bucket path instead of bucket name");
  if (Buffer.byteLength(name) > 255) throw new Refusal(54011, "Bucket name is too long");
  return name;
}
