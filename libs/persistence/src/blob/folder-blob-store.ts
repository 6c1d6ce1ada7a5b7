import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkBytes, checkKey } from './blob-broken.js';
import type { BlobKey, BlobStore } from './blob-store.js';

const isAbsent = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** Bytes on disk: written beside, flushed, then renamed, so that a file under its hash is always whole. */
export const folderBlobStore = (root: string): BlobStore => {
  const pathOf = (key: BlobKey) => {
    checkKey(key);
    return join(root, key.workspaceId, key.sha256.slice(0, 2), key.sha256);
  };
  const has = async (key: BlobKey) =>
    access(pathOf(key)).then(
      () => true,
      () => false,
    );
  return {
    has,
    put: async ({ bytes, workspaceId, sha256 }) => {
      const key = { workspaceId, sha256 };
      checkBytes(bytes, key);
      if (await has(key)) return;
      await writeWhole(pathOf(key), bytes);
    },
    read: async (key) => {
      try {
        return checkBytes(new Uint8Array(await readFile(pathOf(key))), key);
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
  };
};

const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

/** The rename itself must survive a power cut too. */
const flushFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
