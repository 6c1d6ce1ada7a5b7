import { isSameBytes } from './asn1.js';
import { readCertificate, type ReadCertificate } from './certificate.js';
import {
  context,
  integer,
  joinBytes,
  nothing,
  objectId,
  octets,
  sequence,
  setOf,
  smallInteger,
  time,
  type Der,
} from './der.js';
import { publicKeyInfo, readPrivateKey, readPublicKey, type PrivateKeyDer } from './gost-keys.js';
import { signDigest } from './gost-signature.js';
import { OID } from './oids.js';
import { SigningFault } from './signing-fault.js';
import { streebog } from './streebog.js';

export interface SignOrder {
  /** Exactly the bytes of the file, in its own encoding. */
  readonly bytes: Uint8Array;
  readonly certificateDer: Uint8Array;
  readonly privateKey: PrivateKeyDer;
  /** Written as the signer's claim of time; whole seconds. */
  readonly signedAt: Date;
}

/**
 * A detached CAdES-BES signature as DER CMS: GOST R 34.10-2012 with Стрибог of the key's length, signer named by issuer
 * and serial number, certificate included (приказ Минцифры № 472; ETSI TS 101 733). A software key is no certified tool:
 * such a signature has no legal force. Throws KEY_NOT_OF_CERTIFICATE, KEY_UNREADABLE, CERTIFICATE_UNREADABLE.
 */
export const signDetached = ({ bytes, certificateDer, privateKey, signedAt }: SignOrder): Uint8Array => {
  const certificate = readCertificate(certificateDer);
  const { curve, secret } = readPrivateKey(privateKey);
  if (!isKeyOf(privateKey, certificate)) throw new SigningFault('KEY_NOT_OF_CERTIFICATE');
  const { keySize } = curve;
  const digestAlgorithm = sequence(objectId(keySize === 256 ? OID.digest256 : OID.digest512), nothing);
  const attributes = setOf(
    attribute(OID.contentType, objectId(OID.data)),
    attribute(OID.signingTime, time(signedAt)),
    attribute(OID.messageDigest, octets(streebog(keySize, bytes))),
    attribute(
      OID.signingCertificateV2,
      essCertificate(certificate, digestAlgorithm, streebog(keySize, certificateDer)),
    ),
  );
  const signerInfo = sequence(
    smallInteger(1),
    sequence(certificate.issuerName, tagSerial(certificate)),
    digestAlgorithm,
    asImplicit(attributes),
    sequence(objectId(keySize === 256 ? OID.key256 : OID.key512)),
    octets(signDigest(curve, secret, streebog(keySize, attributes))),
  );
  const signedData = sequence(
    smallInteger(1),
    setOf(digestAlgorithm),
    sequence(objectId(OID.data)),
    context(0, certificateDer),
    setOf(signerInfo),
  );
  return sequence(objectId(OID.signedData), context(0, signedData));
};

/** The SPKI may be written in several ways: points are compared, not bytes. */
const isKeyOf = (privateKey: PrivateKeyDer, certificate: ReadCertificate): boolean => {
  const mine = publicKeyInfo(privateKey);
  if (isSameBytes(mine, certificate.publicKeyInfo)) return true;
  const [a, b] = [readPublicKey(mine), readPublicKey(certificate.publicKeyInfo)];
  return a.curve === b.curve && a.point.equals(b.point);
};

const attribute = (oid: string, value: Der): Der => sequence(objectId(oid), setOf(value));

/** SigningCertificateV2 (RFC 5035) with one ESSCertIDv2: digest of the certificate, issuer and serial number. */
const essCertificate = (certificate: ReadCertificate, algorithm: Der, digest: Uint8Array): Der => {
  const generalNames = sequence(context(4, certificate.issuerName));
  return sequence(sequence(sequence(algorithm, octets(digest), sequence(generalNames, tagSerial(certificate)))));
};

const tagSerial = (certificate: ReadCertificate): Der => integer(certificate.serial);

/** Signed attributes are signed as a SET and carried under [0] (RFC 5652, 5.4). */
const asImplicit = (set: Der): Der => joinBytes(Uint8Array.of(0xa0), set.subarray(1));
