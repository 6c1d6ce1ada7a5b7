import type { ServiceSigner } from '@potok/contracts';

/**
 * The signer of a service document in the operator's user contract (`Signer` of TechnologicalSigner): the person is
 * read from the certificate, the position is ours to say. Status 1: acts without a power of attorney.
 */
export const signerContent = (signer: ServiceSigner): Uint8Array => {
  const certificate =
    signer.certificate === undefined
      ? ''
      : `<Certificate CertificateBytes="${Buffer.from(signer.certificate).toString('base64')}"/>`;
  const position =
    signer.position === undefined ? '' : `<Position PositionSource="Manual">${escapeXml(signer.position)}</Position>`;
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?><Signer SignerStatus="1">${certificate}${position}</Signer>`,
  );
};

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
