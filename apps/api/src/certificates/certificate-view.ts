import type { CertificateView, PersonName } from '@potok/contracts';
import type { CertificateRow } from '@potok/persistence';

const nameOf = ({ lastName, firstName, middleName }: PersonName): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ');

export const asCertificateView = (row: CertificateRow): CertificateView => ({
  id: row.id,
  organizationId: row.organizationId,
  owner: nameOf(row.person),
  ...(row.position === null ? {} : { position: row.position }),
  ...(row.inn === null ? {} : { inn: row.inn }),
  thumbprint: row.thumbprint,
  notBefore: row.notBefore.toISOString(),
  notAfter: row.notAfter.toISOString(),
  provider: row.provider,
  isTest: row.isTest,
});
