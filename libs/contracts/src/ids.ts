/** Branded ids: a RunId cannot be handed where a DocumentId is wanted. All are UUIDv7 except node ids. */
export type WorkspaceId = string & { readonly brand: 'WorkspaceId' };
export type RunId = string & { readonly brand: 'RunId' };
export type DocumentId = string & { readonly brand: 'DocumentId' };
export type ConnectionId = string & { readonly brand: 'ConnectionId' };
/** Random, Latin, unique in a scenario, never reused. */
export type NodeId = string;
/** sha256 in lower-case hex. */
export type Sha256 = string;
/** Exact decimal as text, `-?\d+(\.\d+)?`; money in roubles, never a float. */
export type DecimalText = string;
/** ISO 8601 instant in UTC. */
export type Instant = string;
/** `YYYY-MM-DD`, a legal date in the organization's zone. */
export type LegalDate = string;

/** A UUIDv7 (RFC 9562): sortable by time. `now` and `random` (10 bytes) are handed in, so that it is pure. */
export const uuidV7 = (nowMs: number, random: Uint8Array): string => {
  const bytes = new Uint8Array(16);
  let rest = nowMs;
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return asUuid([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
};

const asUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');

/**
 * The GUID form of an effect's key, for systems that want one (СБИС, 1С): the first 128 bits of the sha256, marked as
 * a version 8 UUID. The same key always gives the same GUID.
 */
export const uuidOf = (key: Sha256): string => {
  const variant = ((Number.parseInt(key.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return asUuid(key.slice(0, 12) + '8' + key.slice(13, 16) + variant + key.slice(17, 32));
};
