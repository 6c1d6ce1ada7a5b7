/** Which bytes: of a workspace, by their sha256 in lower-case hex. */
export interface BlobKey {
  readonly workspaceId: string;
  readonly sha256: string;
}

/** Files of documents and big values. A blob never changes: its name is its hash. */
export interface BlobStore {
  /** Safe to repeat. Throws BlobBroken when the bytes are not those of the hash. */
  put(blob: BlobKey & { readonly bytes: Uint8Array; readonly mediaType: string }): Promise<void>;
  /** `undefined` when there is none. The bytes are checked against the hash; throws BlobBroken when they differ. */
  read(key: BlobKey): Promise<Uint8Array | undefined>;
  has(key: BlobKey): Promise<boolean>;
}

/** The part of a database that blobs need: one statement in one workspace. */
export interface BlobRows {
  query<Row extends Record<string, unknown>>(
    workspaceId: string,
    statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
  ): Promise<Row[]>;
}
