import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BlobStoreChoice } from '@potok/config';
import type { DataSource } from 'typeorm';
import { inWorkspace, openDatabase } from '../database.js';
import { EngineDatabase } from '../engine/engine-database.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { BlobBroken } from './blob-broken.js';
import type { BlobKey } from './blob-store.js';
import { blobRowsOf, openBlobStore } from './open-blob-store.js';
import { startFakeS3, type FakeS3 } from './testing/fake-s3.js';

const blobOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'text/plain' };
};

let database: TestDatabase;
let engine: EngineDatabase;
let pool: DataSource;
let root: string;
let s3: FakeS3;
let ours: string;
let theirs: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
  pool = await openDatabase(database.appUrl, { poolSize: 2 });
  root = await mkdtemp(join(tmpdir(), 'potok-blobs-'));
  s3 = await startFakeS3({ accessKey: 'AKEY', secretKey: 'sec/ret+', region: 'ru-1' });
  const workspaces = new WorkspaceRepository(pool.manager);
  ours = await workspaces.add({ name: 'Наш' });
  theirs = await workspaces.add({ name: 'Чужой' });
});
afterAll(async () => {
  await engine.close();
  await pool.destroy();
  await s3.stop();
  await rm(root, { recursive: true });
  await database.drop();
});

const listed = (key: BlobKey) =>
  inWorkspace(pool, key.workspaceId, (tx) =>
    tx.query<{ size: number; isHere: boolean }[]>(
      'SELECT size_bytes AS size, bytes IS NOT NULL AS "isHere" FROM blob WHERE sha256 = $1',
      [key.sha256],
    ),
  );

const choices: Readonly<Record<BlobStoreChoice['kind'], () => BlobStoreChoice>> = {
  postgres: () => ({ kind: 'postgres' }),
  folder: () => ({ kind: 'folder', path: root }),
  s3: () => ({ kind: 's3', address: s3.address }),
};

describe.each(['postgres', 'folder', 's3'] as const)('a store in %s', (kind) => {
  const open = () => openBlobStore(choices[kind](), engine);

  it('gives back what was put, also when it was put twice', async () => {
    const blob = { workspaceId: ours, ...blobOf(`счёт ${kind}`) };
    const store = open();
    expect(await store.has(blob)).toBe(false);
    await store.put(blob);
    await store.put(blob);
    expect(await store.has(blob)).toBe(true);
    expect(await store.read(blob)).toEqual(blob.bytes);
  });

  it('says when there is none', async () => {
    const store = open();
    const key = { workspaceId: ours, sha256: blobOf(`nothing ${kind}`).sha256 };
    expect(await store.read(key)).toBeUndefined();
    expect(await store.has(key)).toBe(false);
  });

  it('keeps the blobs of workspaces apart', async () => {
    const blob = { workspaceId: ours, ...blobOf(`тайна ${kind}`) };
    await open().put(blob);
    expect(await open().read({ ...blob, workspaceId: theirs })).toBeUndefined();
  });

  it('refuses bytes that are not those of the hash', async () => {
    const { sha256 } = blobOf('one');
    const put = open().put({ workspaceId: ours, sha256, bytes: blobOf('other').bytes, mediaType: 'text/plain' });
    await expect(put).rejects.toBeInstanceOf(BlobBroken);
  });

  it('refuses a key that is a path', async () => {
    await expect(open().read({ workspaceId: ours, sha256: '../../etc/passwd' })).rejects.toBeInstanceOf(BlobBroken);
  });

  it('has a row for each blob, with bytes only where they lie', async () => {
    const blob = { workspaceId: ours, ...blobOf(`строка ${kind}`) };
    await open().put(blob);
    expect(await listed(blob)).toEqual([{ size: blob.bytes.length, isHere: kind === 'postgres' }]);
  });
});

it('leaves whole files only, and tells a damaged one', async () => {
  const blob = { workspaceId: ours, ...blobOf('целый файл') };
  const store = openBlobStore({ kind: 'folder', path: root }, engine);
  await Promise.all(Array.from({ length: 8 }, () => store.put(blob)));
  const folder = join(root, ours, blob.sha256.slice(0, 2));
  expect(await readdir(folder)).toEqual([blob.sha256]);
  await writeFile(join(folder, blob.sha256), 'damaged');
  await expect(store.read(blob)).rejects.toMatchObject({ code: 'BLOB_BROKEN' });
});

it('takes the bytes of a blob that another store held', async () => {
  const blob = { workspaceId: ours, ...blobOf('переезд') };
  await openBlobStore({ kind: 'folder', path: root }, engine).put(blob);
  const store = openBlobStore({ kind: 'postgres' }, engine);
  expect(await store.has(blob)).toBe(false);
  await store.put(blob);
  expect(await store.read(blob)).toEqual(blob.bytes);
});

it('reads through a pool of the application too', async () => {
  const blob = { workspaceId: ours, ...blobOf('для API') };
  await openBlobStore({ kind: 'postgres' }, engine).put(blob);
  expect(await openBlobStore({ kind: 'postgres' }, blobRowsOf(pool)).read(blob)).toEqual(blob.bytes);
});

it('fails and lists nothing when S3 refuses the signature', async () => {
  const blob = { workspaceId: ours, ...blobOf('чужой ключ') };
  const address = s3.address.replace('AKEY', 'OTHER');
  await expect(openBlobStore({ kind: 's3', address }, engine).put(blob)).rejects.toThrow('BLOB_STORE_REFUSED 403');
  expect(await listed(blob)).toEqual([]);
});
