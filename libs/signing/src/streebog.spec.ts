import { expect, it } from '@jest/globals';
import { streebog } from './streebog.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
// The messages of RFC 6986, section 10.1 and 10.2, in the order of bytes that files have.
const m1 = new TextEncoder().encode('012345678901234567890123456789012345678901234567890123456789012');

it('digests the example of the standard', () => {
  expect(hex(streebog(256, m1))).toBe('9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500');
  expect(hex(streebog(512, m1))).toBe(
    '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
  );
});

it('digests a short text as OpenSSL does', () => {
  expect(hex(streebog(256, new TextEncoder().encode('hello')))).toBe(
    '3fb0700a41ce6e41413ba764f98bf2135ba6ded516bea2fae8429cc5bdd46d6d',
  );
});
