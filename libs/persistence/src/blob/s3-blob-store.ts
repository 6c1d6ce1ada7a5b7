import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { checkBytes, checkKey } from './blob-broken.js';
import type { BlobKey, BlobStore } from './blob-store.js';

const DEADLINE_MS = 30_000;
const NOTHING = createHash('sha256').update('').digest('hex');

/** `https://KEY:SECRET@host/bucket?region=ru-1`, path-style addresses. */
const openBucket = (address: string) => {
  const url = new URL(address);
  return {
    root: `${url.origin}/${url.pathname.split('/')[1] ?? ''}`,
    aws: new AwsClient({
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      region: url.searchParams.get('region') ?? 'us-east-1',
      service: 's3',
      // The engine repeats what failed, by its own rules.
      retries: 0,
    }),
  };
};

/** Bytes in a bucket of S3 or of what speaks its protocol. */
export const s3BlobStore = (address: string): BlobStore => {
  const { root, aws } = openBucket(address);
  const call = async (method: 'GET' | 'HEAD' | 'PUT', key: BlobKey, bytes?: Uint8Array) => {
    checkKey(key);
    const answer = await aws.fetch(`${root}/${key.workspaceId}/${key.sha256}`, {
      method,
      headers: { 'x-amz-content-sha256': bytes === undefined ? NOTHING : key.sha256 },
      signal: AbortSignal.timeout(DEADLINE_MS),
      ...(bytes === undefined ? {} : { body: Buffer.from(bytes) }),
    });
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer;
    throw new Error(`BLOB_STORE_REFUSED ${answer.status}`);
  };
  return {
    put: async ({ bytes, workspaceId, sha256 }) => {
      const key = { workspaceId, sha256 };
      checkBytes(bytes, key);
      await call('PUT', key, bytes);
    },
    read: async (key) => {
      const answer = await call('GET', key);
      return answer.ok ? checkBytes(new Uint8Array(await answer.arrayBuffer()), key) : undefined;
    },
    has: async (key) => (await call('HEAD', key)).ok,
  };
};
