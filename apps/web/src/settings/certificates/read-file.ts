const PEM = '-----BEGIN';
/** The tag of an ASN.1 sequence whose length takes more than a byte: DER as it is. */
const isDer = (bytes: Uint8Array): boolean => bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;

/** A file of a certificate or a key as the API takes it: PEM and base64 as text, DER as base64. */
export const readKeyFile = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isDer(bytes)) return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const text = new TextDecoder().decode(bytes);
  // Some authorities put the properties of the key into the file, before the block itself.
  return text.includes(PEM) ? text.slice(text.indexOf(PEM)) : text;
};
