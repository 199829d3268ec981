import type { Template } from "./helix-records.ts";
import { bad, readShortText } from "./helix-values.ts";
import { readList, readName, readObject, readText } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Routes } from "./route.ts";

const vertex = { name: "vertex", code: 50522 };
const poolTypes = ["DISTRIBUTION", "ANNOTATION", "CHECK", "SAMPLING", "ALGORITHM", "COMPLETE"];

/** Templates of workflows: pools, and the ways between them. */
export const helixTemplateRoutes: Routes = {
  "POST /workflow/template": ({ body, records: { helix } }) => {
    const name = readShortText(body["name"], "name");
    if (helix.templates.has(name)) throw new Refusal(50529, "Duplicate template name");
    const nodes = readList(body["nodes"], vertex).map((value) => {
      const node = readObject(value, vertex);
      return { name: readName(node["name"], vertex, 255), type: readText(node["type"], vertex) };
    });
    const edges = readList(body["edges"], vertex).map((value) => {
      const edge = readObject(value, vertex);
      return { from: readText(edge["from"], vertex), to: readText(edge["to"], vertex) };
    });
    checkTemplate({ nodes, edges });
    helix.templates.set(name, { nodes, edges });
    return name;
  },
  "GET /workflow/template": ({ query, records }) => {
    const template = records.helix.templates.get(readText(query.get("templateName"), bad("templateName")));
    if (!template) throw new Refusal(4005, "Invalid Parameter templateName");
    return JSON.stringify(template);
  },
};

function checkTemplate({ nodes, edges }: Template): void {
  const names = nodes.map(({ name }) => name);
  const leaving = (name: string): number => edges.filter(({ from }) => from === name).length;
  const arriving = (name: string): number => edges.filter(({ to }) => to === name).length;
  if (nodes.length > 20) throw new Refusal(50528, "More than 20 pools");
  if (!nodes.every(({ type }) => poolTypes.includes(type))) throw new Refusal(50530, "Pool type does not exist");
  if (new Set(names).size < names.length) throw new Refusal(50525, "Duplicate pool name");
  if (!edges.every(({ from, to }) => names.includes(from) && names.includes(to)))
    throw new Refusal(50522, "Bad vertex");
  if (nodes.at(-1)?.type !== "COMPLETE") throw new Refusal(50523, "Last pool is not a completion pool");
  if (names.some((name) => leaving(name) + arriving(name) === 0)) throw new Refusal(50526, "Pool without edges");
  if (names.some((name) => leaving(name) > 1)) throw new Refusal(50527, "Pool with several outgoing edges");
  const ends = nodes.filter(({ type }) => type === "COMPLETE");
  if (ends.some(({ name }) => leaving(name) > 0)) throw new Refusal(50531, "Completion pool is connected wrongly");
}
