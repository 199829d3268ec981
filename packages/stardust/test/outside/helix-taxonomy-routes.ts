import { readShortText } from "./helix-values.ts";
import { readList, readObject, readText, type JsonObject } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Routes } from "./route.ts";

const malformed = { name: "taxonomyDetails", code: 57001 };

/** Taxonomies: what is labeled, and with which tools. */
export const helixTaxonomyRoutes: Routes = {
  "POST /taxonomy": ({ body, records: { helix } }) => {
    const name = readShortText(body["taxonomyVersionName"], "taxonomyVersionName");
    if (helix.taxonomies.has(name)) throw new Refusal(57003, "Duplicate taxonomyVersionName");
    const operators = readOperators(body["taxonomyDetails"]);
    const [keys, labels] = [texts(operators, "key"), texts(operators, "label")];
    if (new Set(keys).size < keys.length) throw new Refusal(57002, "Duplicate key");
    if (new Set(labels).size < labels.length) throw new Refusal(57012, "Duplicate label");
    for (const operator of operators) checkOperator(operator);
    helix.taxonomies.set(name, keys);
    return name;
  },
};

/** The operators and those inside them, in one row. */
function readOperators(value: unknown): readonly JsonObject[] {
  return readList(value, malformed).flatMap((item) => {
    const operator = readObject(item, malformed);
    readText(operator["type"], malformed);
    return [operator, ...(operator["children"] === undefined ? [] : readOperators(operator["children"]))];
  });
}

function texts(operators: readonly JsonObject[], name: string): readonly string[] {
  return operators.map((operator) => readText(operator[name], malformed));
}

function checkOperator({
  children,
  slotSpecification = {},
  inputSpecification = {},
  instanceOption = {},
}: JsonObject): void {
  const { imageSourceMapping } = readObject(slotSpecification, malformed);
  const inside = children === undefined ? [] : texts(readOperators(children), "key");
  const mapped = imageSourceMapping === undefined ? [] : readList(imageSourceMapping, malformed);
  if (!mapped.every((key) => inside.includes(String(key)))) throw new Refusal(57004, "imageSourceMapping");
  const { minQuantity = 0, maxQuantity = Infinity } = readObject(instanceOption, malformed);
  if (Number(minQuantity) > Number(maxQuantity)) throw new Refusal(57005, "minQuantity is above maxQuantity");
  const { items, default: preset } = readObject(inputSpecification, malformed);
  if (items === undefined || preset === undefined) return;
  const values = readList(items, malformed).map((item) => readObject(item, malformed)["value"]);
  if (![preset].flat().every((one) => values.includes(one))) throw new Refusal(57006, "default is not an option");
}
