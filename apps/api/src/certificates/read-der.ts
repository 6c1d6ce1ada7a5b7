const PEM = /^-----BEGIN [A-Z ]+-----([\sA-Za-z0-9+/=]+)-----END [A-Z ]+-----$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** The tag of an ASN.1 sequence with a long length: a certificate or a PKCS#8 key is never shorter. */
const isSequence = (bytes: Uint8Array) => bytes[0] === 0x30 && bytes.length > 40;

/** DER out of base64 or PEM; `undefined` for anything else. What it says is read by the worker. */
export const readDer = (text: string): Uint8Array | undefined => {
  const trimmed = text.trim();
  const base64 = (PEM.exec(trimmed)?.[1] ?? trimmed).replace(/\s/g, '');
  if (!BASE64.test(base64)) return undefined;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  return isSequence(bytes) ? bytes : undefined;
};
