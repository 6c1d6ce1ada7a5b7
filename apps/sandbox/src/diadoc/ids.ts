/** Both forms of a box id are accepted: a GUID with or without hyphens, and `<32 hex>@diadoc.ru`. Undefined: no box id at all. */
export const toBoxGuid = (text: string): string | undefined => {
  const hex = text
    .toLowerCase()
    .replace(/@diadoc\.ru$/, '')
    .replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(hex)) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

export const toBoxAddress = (guid: string): string => `${guid.replaceAll('-', '')}@diadoc.ru`;

/** Place in a box's feed as an opaque key: 8 bytes of the box, 8 bytes of the place. */
export const toIndexKey = (boxId: string, place: number): string => {
  const key = Buffer.alloc(16);
  Buffer.from(boxId.replaceAll('-', '').slice(0, 16), 'hex').copy(key);
  key.writeBigUInt64BE(BigInt(place), 8);
  return key.toString('base64');
};

/** Undefined when the key is not of this box. */
export const placeOf = (boxId: string, indexKey: string): number | undefined => {
  const key = Buffer.from(indexKey.replaceAll(' ', '+'), 'base64');
  if (key.length !== 16) return undefined;
  const place = Number(key.readBigUInt64BE(8));
  return toIndexKey(boxId, place) === key.toString('base64') ? place : undefined;
};
