import type { PersonName } from '@potok/contracts';
import { buildCertificate, extension, type SubjectParts } from './build-certificate.js';
import { bits, boolean, objectId, sequence, smallInteger, utf8 } from './der.js';
import { generateKey, type KeySize, type PrivateKeyDer } from './gost-keys.js';
import { OID } from './oids.js';

/** A certificate with its private key (PKCS#8 DER). */
export interface CertifiedKey {
  readonly certificateDer: Uint8Array;
  readonly privateKey: PrivateKeyDer;
}
/** The demo CA with the name that its certificates repeat. */
export interface DemoCa extends CertifiedKey {
  readonly name: string;
}

export interface DemoCaOrder {
  readonly name?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keySize?: KeySize;
}

const caSubject = (name: string): SubjectParts => ({ country: 'RU', organization: name, commonName: name });

/**
 * A certification authority for trying things out. Its name says that what it certifies has no legal force:
 * qualified certificates are issued by accredited authorities only (63-ФЗ).
 */
export const issueDemoCa = ({
  name = 'Поток: тестовый УЦ без юридической силы',
  notBefore,
  notAfter,
  keySize = 256,
}: DemoCaOrder): DemoCa => {
  const privateKey = generateKey(keySize);
  const certificateDer = buildCertificate({
    subject: caSubject(name),
    issuer: caSubject(name),
    subjectKey: privateKey,
    issuerKey: privateKey,
    notBefore,
    notAfter,
    extensions: [
      extension(OID.basicConstraints, sequence(boolean(true), smallInteger(0)), true),
      // keyCertSign and cRLSign
      extension(OID.keyUsage, bits(Uint8Array.of(0x06), 1), true),
    ],
  });
  return { name, certificateDer, privateKey };
};

export interface DemoCertificateOrder {
  readonly ca: DemoCa;
  readonly person: PersonName;
  readonly position?: string;
  /** Name of the legal entity; absent for a sole trader and a private person. */
  readonly organization?: string;
  /** Of the person, 12 digits. */
  readonly inn?: string;
  /** Of the legal entity, 10 digits. */
  readonly innLegal?: string;
  readonly ogrn?: string;
  readonly ogrnip?: string;
  readonly snils?: string;
  readonly email?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keySize?: KeySize;
  /** For tests of what a check refuses. */
  readonly lacks?: readonly ('digitalSignature' | 'policies')[];
}

/** A signer's certificate with a new key, shaped like a qualified one: приказ ФСБ № 795 (as of order № 31). */
export const issueDemoCertificate = (order: DemoCertificateOrder): CertifiedKey => {
  const privateKey = generateKey(order.keySize ?? 256);
  const certificateDer = buildCertificate({
    subject: signerSubject(order),
    issuer: caSubject(order.ca.name),
    subjectKey: privateKey,
    issuerKey: order.ca.privateKey,
    notBefore: order.notBefore,
    notAfter: order.notAfter,
    extensions: signerExtensions(order.lacks ?? []),
  });
  return { certificateDer, privateKey };
};

const signerSubject = (order: DemoCertificateOrder): SubjectParts => {
  const { lastName, firstName, middleName } = order.person;
  const givenNames = [firstName, middleName].filter((name) => name !== undefined).join(' ');
  const said = {
    country: 'RU',
    organization: order.organization,
    position: order.position,
    commonName: order.organization ?? `${lastName} ${givenNames}`,
    lastName,
    givenNames,
    innLegal: order.innLegal,
    inn: order.inn,
    ogrn: order.ogrn,
    ogrnip: order.ogrnip,
    snils: order.snils,
    email: order.email,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
};

const signerExtensions = (lacks: readonly string[]) => [
  extension(OID.basicConstraints, sequence(), true),
  // digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment
  extension(OID.keyUsage, bits(Uint8Array.of(lacks.includes('digitalSignature') ? 0x70 : 0xf0), 4), true),
  extension(OID.extendedKeyUsage, sequence(objectId(OID.clientAuth), objectId(OID.emailProtection))),
  ...(lacks.includes('policies')
    ? []
    : [extension(OID.certificatePolicies, sequence(sequence(objectId(`${OID.signToolClass}.1`))))]),
  extension(OID.subjectSignTool, utf8('Поток: программный ключ для проверки')),
];
