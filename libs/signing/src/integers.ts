/** Numbers as bytes. GOST keys and digests are little-endian, signature values are big-endian. */
export const fromBigEndian = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

export const fromLittleEndian = (bytes: Uint8Array): bigint => fromBigEndian(Uint8Array.from(bytes).reverse());

export const toBigEndian = (value: bigint, sizeBytes: number): Uint8Array =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(2 * sizeBytes, '0'), 'hex'));

export const toLittleEndian = (value: bigint, sizeBytes: number): Uint8Array => toBigEndian(value, sizeBytes).reverse();
