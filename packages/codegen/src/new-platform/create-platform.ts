import { stat } from "node:fs/promises";
import { join } from "node:path";
import { generateFiles } from "../generate-files.ts";
import { readInput, sha256 } from "../input-file.ts";
import { member, objectMember, type JsonObject, type JsonValue } from "../json-value.ts";
import { nextSource, type SourceFacts } from "../next-source.ts";
import { parseYaml } from "../parse-yaml.ts";
import { platformInput } from "../platform-input.ts";
import { operationSubject } from "../compare-operations.ts";
import { readInterface, type InterfaceOptions } from "../read-interface.ts";
import { readSpecification } from "../read-specification.ts";
import { replaceFiles } from "../replace-files.ts";
import { sourceFault } from "../source-fault.ts";
import { validateSpec } from "../validate-spec.ts";
import { writeYaml } from "../write-yaml.ts";
import { readIfThere } from "../write-files.ts";
import { platformAuth } from "./platform-auth.ts";
import { platformPackage } from "./platform-package.ts";
import { platformSources } from "./platform-sources.ts";
import { platformTest } from "./platform-test.ts";
import { platformWords } from "./platform-words.ts";

/** What a new platform begins with. */
export interface PlatformOptions extends SourceFacts, InterfaceOptions {
  /** The name of its folders, in kebab-case. */
  readonly platform: string;
  /** The name for people. Default: the folder's name, capitalized. */
  readonly title?: string | undefined;
  /** The base URL, where the description names none. */
  readonly server?: string | undefined;
  /** Formats a file as the repository's formatter does. */
  readonly format: (file: string, text: string) => Promise<string>;
  /** Told what was written, line by line. */
  readonly report: (line: string) => void;
  /** Default: the current time. */
  readonly clock?: () => Date;
}

/**
 * Writes `specs/<platform>/` and `packages/<platform>/` from a platform's description, once. No other file is touched: from then on
 * both belong to people, but for `src/generated/`.
 *
 * @throws SpecError where there is such a platform already, or the description is not fit.
 */
export async function createPlatform(options: PlatformOptions): Promise<void> {
  const { root, platform, report, clock = () => new Date() } = options;
  const [specs, folder] = [`specs/${platform}`, `packages/${platform}`];
  for (const taken of [specs, folder]) await refuseTaken(root, taken);
  const given = await readInterface(options);
  const text = writeYaml(given.document);
  const overlay = overlayText(options.title ?? platform);
  const settings = { platform, pagination: [], resources: [] };
  const source = nextSource({
    file: `${specs}/source.json`,
    before: undefined,
    facts: { ...options, url: options.url ?? given.url },
    document: given.document,
    sha256: sha256(text),
    today: clock().toISOString().slice(0, 10),
  });
  const document = validateSpec(given.document, `${specs}/openapi.yaml`);
  const { files: generated } = await generateFiles(
    platformInput({
      platform,
      document,
      specSha256: sha256(text),
      overlay: { file: `${specs}/overlay.yaml`, value: parseYaml(overlay, "overlay.yaml"), sha256: sha256(overlay) },
      settings: { file: `${specs}/codegen.json`, value: settings, sha256: "" },
    }),
  );
  const words = platformWords(platform, options.title);
  const auth = platformAuth(document);
  const specification = readSpecification(document);
  const servers = serversOf(document, options.server);
  const written = new Map<string, string>([
    [`${specs}/overlay.yaml`, overlay],
    [`${specs}/source.json`, json(source)],
    [`${specs}/codegen.json`, json(settings)],
    [`${specs}/README.md`, specReadme(words.title)],
    ...below(
      folder,
      platformPackage({ words, mswVersion: await readMswVersion(root), credentials: auth?.credentials ?? [] }),
    ),
    ...below(`${folder}/src`, platformSources({ words, auth, servers })),
    [`${folder}/test/client.test.ts`, platformTest({ words, auth, specification })],
  ]);
  const files = new Map<string, string>([
    [`${specs}/openapi.yaml`, text],
    [`${folder}/LICENSE`, (await readIfThere(join(root, "LICENSE"))) ?? ""],
    ...below(`${folder}/src/generated`, generated),
  ]);
  for (const [file, content] of written) files.set(file, await options.format(file, content));
  await replaceFiles(new Map(below(root, files)));
  report(`Wrote ${specs} and ${folder}, ${files.size} files.`);
  report(
    `Next: pnpm install, a summary of our own for each of these in ${specs}/overlay.yaml, pnpm generate ${platform}.`,
  );
  for (const operation of specification.operations) report(`  - ${operationSubject(operation)}`);
}

function below(folder: string, files: ReadonlyMap<string, string>): [file: string, text: string][] {
  return [...files].map(([name, text]) => [join(folder, name), text]);
}

async function refuseTaken(root: string, folder: string): Promise<void> {
  const status = await stat(join(root, folder)).catch(() => undefined);
  if (status !== undefined)
    throw sourceFault(folder, "it is there already", "choose another name; a platform is created once");
}

/** The packages are developed with one version; the core says which. */
async function readMswVersion(root: string): Promise<string> {
  const file = "packages/core/package.json";
  const { value } = await readInput(join(root, file), file, "run this in the repository");
  const version = member(objectMember(value, "devDependencies"), "msw");
  if (typeof version === "string") return version;
  throw sourceFault(file, "it names no version of msw", "add msw to its devDependencies");
}

function serversOf(document: JsonObject, given: string | undefined): readonly string[] {
  const servers = member(document, "servers");
  const urls = (Array.isArray(servers) ? servers : []).map((server) => member(server, "url"));
  const usable = urls
    .filter((url) => typeof url === "string")
    .filter((url) => URL.parse(url) !== null && !url.includes("{"));
  const chosen = given === undefined ? usable : [given, ...usable.filter((url) => url !== given)];
  if (chosen.length > 0) return chosen.map(withoutSlashAtEnd);
  throw sourceFault(
    "--server",
    "the description names no server by a whole URL",
    "pass --server with the platform's base URL",
  );
}

function json(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function overlayText(title: string): string {
  return `# The interface in openapi.yaml is the platform's; every correction and every sentence is here. Actions run in order.
# A correction says why (x-reason), from what (x-evidence) and when (x-date).
overlay: 1.0.0
info:
  title: ${JSON.stringify(`Corrections and documentation of ${title}`)}
  version: 1.0.0
extends: ./openapi.yaml
actions: []
`;
}

function specReadme(title: string): string {
  return `# ${title}

| file           | what                                                                                                   |
| -------------- | ------------------------------------------------------------------------------------------------------ |
| \`openapi.yaml\` | the interface as the platform gives it out, without its prose; pinned by hash in \`source.json\`         |
| \`overlay.yaml\` | every correction, with its reason, evidence and date; every sentence of documentation, in our own words |
| \`source.json\`  | where the interface is from                                                                            |
| \`codegen.json\` | how lists are paged; which collections a mock can hold                                                 |

What is documented, observed or inferred is said here, and each contradiction with how it was decided.
`;
}

function withoutSlashAtEnd(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}
