import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { openBlobFolder } from './blob-folder.js';
import { openStore } from './store.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'potok-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const openCounter = () => openStore(folder, 'counter', () => ({ count: 0 }));

describe('store', () => {
  it('gives the saved state to the next start', async () => {
    const store = await openCounter();
    store.data.count = 5;
    await store.save();
    expect((await openCounter()).data).toEqual({ count: 5 });
  });

  it('has the state of the call on disk when save returns, however many run at once', async () => {
    const store = await openCounter();
    const changes = Array.from({ length: 20 }, async () => {
      const mine = (store.data.count += 1);
      await store.save();
      const onDisk = JSON.parse(await readFile(join(folder, 'counter.json'), 'utf8')) as { count: number };
      return onDisk.count >= mine;
    });
    expect(await Promise.all(changes)).toEqual(Array.from({ length: 20 }, () => true));
  });

  it('names bytes by their hash', async () => {
    const blobs = await openBlobFolder(join(folder, 'blobs'));
    const name = await blobs.put(Buffer.from('abc'));
    expect(name).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect((await blobs.get(name)).toString()).toBe('abc');
    expect(await blobs.put(Buffer.from('abc'))).toBe(name);
  });
});
