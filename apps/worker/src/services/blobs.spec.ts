import { expect, it } from '@jest/globals';
import { BlobBroken, type BlobStore } from '@potok/persistence';
import { blobService } from './blobs.js';

const aStore = (fail: () => never): BlobStore => ({
  put: async () => fail(),
  read: async () => fail(),
  has: async () => false,
});
const throwing = (error: Error) => () => {
  throw error;
};
const about = { mediaType: 'application/xml', fileName: 'a.xml' };

it('calls a store without space a passing trouble', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const blobs = blobService(aStore(throwing(full)), 'w');
  const fault = { kind: 'unavailable', code: 'BLOB_STORE_UNAVAILABLE', facts: { reason: 'ENOSPC' } };
  await expect(blobs.put(new Uint8Array([1]), about)).rejects.toMatchObject(fault);
  await expect(blobs.read('00')).rejects.toMatchObject(fault);
});

it('lets broken bytes be broken bytes', async () => {
  const broken = new BlobBroken('00');
  await expect(blobService(aStore(throwing(broken)), 'w').read('00')).rejects.toBe(broken);
});
