import { checkBytes, checkKey } from './blob-broken.js';
import type { BlobKey, BlobStore } from './blob-store.js';
import { parseS3, signS3 } from './sign-s3.js';

const DEADLINE_MS = 30_000;

/** Bytes in a bucket of S3 or of what speaks its protocol. */
export const s3BlobStore = (address: string): BlobStore => {
  const account = parseS3(address);
  const call = async (method: 'GET' | 'HEAD' | 'PUT', key: BlobKey, body: Uint8Array = new Uint8Array()) => {
    checkKey(key);
    const path = `/${account.bucket}/${key.workspaceId}/${key.sha256}`;
    const { host: _host, ...headers } = signS3(account, { method, path, body, at: new Date() });
    const answer = await fetch(new URL(path, account.endpoint), {
      method,
      headers,
      signal: AbortSignal.timeout(DEADLINE_MS),
      ...(method === 'PUT' ? { body: Buffer.from(body) } : {}),
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
