/** What the asset made of a file gets. */
export interface AssetFields {
  /** How the asset is found again, in your own terms; unique in one upload. Default: the file's name. */
  readonly externalId?: string | undefined;
  /** Names of batches for this asset, beside those for the whole upload. */
  readonly batches?: readonly string[] | undefined;
  /** Kept with the asset, by names of your own. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  readonly contextData?: Readonly<Record<string, unknown>> | undefined;
}

/** Bytes with a name. */
export interface DataToUpload extends AssetFields {
  /** What is sent, as it is. */
  readonly data: Blob | ArrayBuffer | ArrayBufferView;
  /** The file's name with its extension, without folders. Default: the name of `data` if it is a `File`. */
  readonly name?: string | undefined;
}

/** A file on disk, in Node, Deno and Bun. It is read as it is sent, never whole into memory. */
export interface PathToUpload extends AssetFields {
  /** Relative to the working folder, or absolute. */
  readonly path: string;
  /** The file's name with its extension, without folders. Default: the last part of `path`. */
  readonly name?: string | undefined;
}

/** A `File`, a path on disk, or either with what its asset gets. */
export type FileToUpload = File | string | DataToUpload | PathToUpload;
