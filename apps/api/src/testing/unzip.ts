import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const DEFLATED = 8;

/** The files of a ZIP as texts, by its central directory. */
export const unzip = (zip: Buffer): ReadonlyMap<string, string> => {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) end -= 1;
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    files.set(name, contentAt(zip, { local: zip.readUInt32LE(at + 42), size: zip.readUInt32LE(at + 20) }));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
};

const contentAt = (zip: Buffer, { local, size }: { readonly local: number; readonly size: number }): string => {
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + size);
  return (zip.readUInt16LE(local + 8) === DEFLATED ? inflateRawSync(bytes) : bytes).toString('utf8');
};
