/** A key that wraps other keys. `id` is written beside what it sealed. */
export interface MasterKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export type BlobStoreChoice =
  | { readonly kind: 'postgres' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 's3'; readonly address: string };

export const parseList = (text: string | undefined): readonly string[] =>
  Object.freeze(
    (text ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

export const parseMasterKeys = (text: string): readonly MasterKey[] =>
  Object.freeze(
    parseList(text).map((item) => {
      const cut = item.indexOf(':');
      return Object.freeze({
        id: item.slice(0, cut),
        bytes: new Uint8Array(Buffer.from(item.slice(cut + 1), 'base64')),
      });
    }),
  );

export const parseBlobStore = (text: string): BlobStoreChoice => {
  if (text.startsWith('folder:')) return Object.freeze({ kind: 'folder', path: text.slice('folder:'.length) });
  if (text.startsWith('s3:')) return Object.freeze({ kind: 's3', address: text.slice('s3:'.length) });
  return Object.freeze({ kind: 'postgres' });
};
