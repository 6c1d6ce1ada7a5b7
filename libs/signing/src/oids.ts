/** Object identifiers: CMS (RFC 5652, 5035), X.509 (RFC 5280), GOST (RFC 9215), приказ ФСБ № 795. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  digest256: '1.2.643.7.1.1.2.2',
  digest512: '1.2.643.7.1.1.2.3',
  key256: '1.2.643.7.1.1.1.1',
  key512: '1.2.643.7.1.1.1.2',
  signature256: '1.2.643.7.1.1.3.2',
  signature512: '1.2.643.7.1.1.3.3',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
  certificatePolicies: '2.5.29.32',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  /** Средство электронной подписи владельца. */
  subjectSignTool: '1.2.643.100.111',
  /** Класс средства ЭП: КС1, КС2, КС3, КВ1, КВ2, КА1 are .1 to .6. */
  signToolClass: '1.2.643.100.113',
} as const;

/** Parts of a name, with the short word that people know them by. */
export const NAME_PARTS = {
  commonName: { oid: '2.5.4.3', label: 'CN' },
  lastName: { oid: '2.5.4.4', label: 'SN' },
  country: { oid: '2.5.4.6', label: 'C' },
  city: { oid: '2.5.4.7', label: 'L' },
  region: { oid: '2.5.4.8', label: 'S' },
  street: { oid: '2.5.4.9', label: 'STREET' },
  organization: { oid: '2.5.4.10', label: 'O' },
  department: { oid: '2.5.4.11', label: 'OU' },
  position: { oid: '2.5.4.12', label: 'T' },
  givenNames: { oid: '2.5.4.42', label: 'G' },
  email: { oid: '1.2.840.113549.1.9.1', label: 'E' },
  inn: { oid: '1.2.643.3.131.1.1', label: 'ИНН' },
  innLegal: { oid: '1.2.643.100.4', label: 'ИННЮЛ' },
  ogrn: { oid: '1.2.643.100.1', label: 'ОГРН' },
  ogrnip: { oid: '1.2.643.100.5', label: 'ОГРНИП' },
  snils: { oid: '1.2.643.100.3', label: 'СНИЛС' },
} as const;
export type NamePart = keyof typeof NAME_PARTS;
export const NAME_PART_LIST = Object.keys(NAME_PARTS) as NamePart[];
