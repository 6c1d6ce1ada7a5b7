import type { CertificateView } from '@potok/contracts';
import type { CertificateRow } from '@potok/persistence';

export const asCertificateView = (row: CertificateRow): CertificateView => {
  const { lastName, firstName, middleName } = row.person;
  return {
    id: row.id,
    owner: [lastName, firstName, middleName].filter((part) => part !== undefined && part !== '').join(' '),
    ...(row.position === null ? {} : { position: row.position }),
    ...(row.inn === null ? {} : { inn: row.inn }),
    thumbprint: row.thumbprint,
    notBefore: row.notBefore.toISOString(),
    notAfter: row.notAfter.toISOString(),
    provider: row.provider,
    isTest: row.isTest,
  };
};
