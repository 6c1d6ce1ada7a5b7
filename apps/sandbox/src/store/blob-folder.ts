import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface BlobFolder {
  /** Stores the bytes and returns their name (sha256, hex). The same bytes have one name. */
  put(bytes: Uint8Array): Promise<string>;
  get(name: string): Promise<Buffer>;
}

export const openBlobFolder = async (folder: string): Promise<BlobFolder> => {
  await mkdir(folder, { recursive: true });
  let count = 0;
  return {
    async put(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex');
      const draft = join(folder, `${name}.${String((count += 1))}.new`);
      await writeFile(draft, bytes);
      await rename(draft, join(folder, name));
      return name;
    },
    get: (name) => readFile(join(folder, name)),
  };
};
