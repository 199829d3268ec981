import type { Repository } from "./repository.ts";

/** An entry of `exports` or `imports`: a file, or conditions in order. */
export type ExportTarget = string | { readonly [condition: string]: ExportTarget };

/** What the rules read of a package.json. */
export interface Manifest {
  readonly name?: string;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly private?: boolean;
  readonly sideEffects?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, ExportTarget>>;
  readonly imports?: Readonly<Record<string, ExportTarget>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
}

/** The package.json of `packages/<name>`; empty when there is none, so that each rule reports what it misses. */
export function readManifest(repository: Repository, name: string): Manifest {
  const file = manifestFile(name);
  if (!repository.files.includes(file)) return {};
  return JSON.parse(repository.read(file)) as Manifest; // every member is optional, and the rules check what they read
}

/** Where that package.json is. */
export function manifestFile(name: string): string {
  return `packages/${name}/package.json`;
}
