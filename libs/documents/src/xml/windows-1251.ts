/** FNS files are windows-1251. Decoding is the platform's; the way back is its table read backwards. */
const decoder = new TextDecoder('windows-1251');
const UNDEFINED_BYTE = 0x98;

const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => byte)
    .filter((byte) => byte !== UNDEFINED_BYTE)
    .map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
);

export const decodeWindows1251 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Throws RangeError on a character outside the code page: XML writes such a one as a reference first. */
export const encodeWindows1251 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = byteOf.get(text.charAt(at));
    if (byte === undefined) throw new RangeError(`outside windows-1251: U+${text.charCodeAt(at).toString(16)}`);
    bytes[at] = byte;
  }
  return bytes;
};

export const isWindows1251 = (character: string): boolean => byteOf.has(character);
