import { checkNames } from "./check-names.ts";
import { checkResources } from "./check-resources.ts";
import { emitCodegenEntry } from "./emit-codegen-entry.ts";
import { emitMock } from "./emit-mock.ts";
import { emitOpenapiJson } from "./emit-openapi-json.ts";
import { emitOperations } from "./emit-operations.ts";
import { emitPathTraits } from "./emit-path-traits.ts";
import { emitSchema } from "./emit-schema.ts";
import { formatSource } from "./format-source.ts";
import { header, type Provenance } from "./header.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { checkIntegers } from "./integer-places.ts";
import { markExactIntegers } from "./mark-exact-integers.ts";
import { markOpenEnums } from "./mark-open-enums.ts";
import { makeSamples } from "./make-samples.ts";
import { readSpecification } from "./read-specification.ts";
import { resolvePages } from "./resolve-pages.ts";
import type { Settings } from "./settings.ts";
import { refuse, type Problem } from "./spec-error.ts";

/** The names that files are called by in messages. */
export interface InputNames {
  readonly spec: string;
  readonly settings: string;
}

/** What files are generated from: a compiled, validated specification and what goes with it. */
export interface GenerateInput {
  readonly document: JsonObject;
  readonly settings: Settings;
  readonly names: InputNames;
  readonly provenance: Provenance;
  /** The module that generated code imports the run time from, such as `@labelwire/core`. */
  readonly runtime: string;
  /** What a platform package ships beside its types and operations; absent for a user's own output. */
  readonly packaged?: { readonly overlay: JsonValue; readonly settings: JsonValue };
}

/** Generated files by name, and what the settings speak of that the specification does not have. */
export interface GeneratedFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
}

/**
 * Generates every file, as text. The same input gives the same text, whatever the machine, the locale and the day.
 *
 * @throws SpecError with everything that is wrong.
 */
export async function generateFiles(input: GenerateInput): Promise<GeneratedFiles> {
  const { settings, names, provenance, runtime, packaged } = input;
  const published = markOpenEnums(input.document);
  const document = settings.exactIntegers ? markExactIntegers(published) : published;
  const specification = readSpecification(document);
  const pages = resolvePages(specification, settings, names.settings);
  // At once: their places could not be counted.
  refuse(checkIntegers(specification, names.spec));
  const nameProblems = checkNames(specification, pages, names.spec);
  // A package's sources name `.ts` files; a project of any other setting understands `.js`, for a type that is erased.
  const schemaModule = packaged === undefined ? "./schema.js" : "./schema.ts";
  const sources = new Map<string, string>([
    ["schema.ts", await emitSchema(document)],
    [
      "operations.ts",
      emitOperations(specification, { platform: settings.platform, pages: pages.pages, runtime, schemaModule }),
    ],
  ]);
  if (packaged === undefined) {
    refuse(nameProblems);
  } else {
    const samples = makeSamples(specification, names.spec);
    const resourceProblems = checkResources({ specification, settings, pages, file: names.settings });
    sources.set("mock.ts", emitMock(specification, { settings, pages, samples, mockRuntime: `${runtime}/msw` }));
    sources.set("path-traits.ts", emitPathTraits(specification, runtime));
    sources.set("codegen.ts", emitCodegenEntry(packaged));
    refuse([...nameProblems, ...pages.problems, ...resourceProblems, ...samples.problems]);
  }
  const files = new Map<string, string>();
  for (const [name, source] of sources)
    files.set(name, `${header(provenance)}\n${name === "schema.ts" ? source : formatSource(source)}`);
  files.set("openapi.json", emitOpenapiJson(published));
  return { files, warnings: packaged === undefined ? pages.problems : [] };
}
