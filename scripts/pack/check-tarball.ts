/** A file of a tarball, with its path inside the package. */
export interface TarballFile {
  readonly path: string;
  readonly text: string;
}

/** Why a tarball should not be published; empty if all is well. publint and attw look at the rest. */
export function checkTarball(files: readonly TarballFile[]): readonly string[] {
  return [...unwantedFiles(files), ...unresolvedRanges(files), ...lostSources(files)];
}

function unwantedFiles(files: readonly TarballFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.test\.|(?:^|\/)(?:test|node_modules|__snapshots__)\/|\.tsbuildinfo$/.test(path))
    .map(({ path }) => `ships ${path}; leave it out with "files" in package.json.`);
}

function unresolvedRanges(files: readonly TarballFile[]): readonly string[] {
  const manifest = files.find(({ path }) => path === "package.json");
  if (manifest === undefined) return ["has no package.json."];
  if (!/"(?:workspace|link|file|catalog):/.test(manifest.text)) return [];
  return ["depends on something that exists only in this workspace; pack with pnpm, not npm."];
}

/** Source maps point at the shipped source, so that "go to definition" and stack traces end in TypeScript. */
function lostSources(files: readonly TarballFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => path.endsWith(".map"))
    .flatMap(({ path, text }) => {
      const { sources = [] } = JSON.parse(text) as { sources?: readonly string[] }; // as the source map specification has it
      return sources
        .map((source) => new URL(source, `file:///${path}`).pathname.slice(1))
        .filter((source) => !paths.has(source))
        .map((source) => `has ${path}, which points at ${source}, but does not ship that; delete dist and build anew.`);
    });
}
