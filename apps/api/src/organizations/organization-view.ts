import type { OrganizationView } from '@potok/contracts';
import type { CertificateRow, OrganizationBoxRow, OrganizationRow } from '@potok/persistence';
import { asCertificateView } from '../certificates/certificate-view.js';

interface Parts {
  readonly boxes: readonly OrganizationBoxRow[];
  readonly certificates: readonly CertificateRow[];
}

export const asOrganizationView = (row: OrganizationRow, { boxes, certificates }: Parts): OrganizationView => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  inn: row.inn,
  ...(row.kpp === null ? {} : { kpp: row.kpp }),
  ...(row.ogrn === null ? {} : { ogrn: row.ogrn }),
  ...(row.ogrnDate === null ? {} : { ogrnDate: row.ogrnDate }),
  ...(row.person === null ? {} : { person: row.person }),
  ...(row.address === null ? {} : { address: row.address }),
  ...(row.bank === null ? {} : { bank: row.bank }),
  taxRegime: row.taxRegime,
  timeZone: row.timeZone,
  boxes: boxes
    .filter(({ organizationId }) => organizationId === row.id)
    .map(({ system, boxId, fnsParticipantId, connectionId }) => ({ system, boxId, fnsParticipantId, connectionId })),
  signers: certificates.filter(({ organizationId }) => organizationId === row.id).map(asCertificateView),
});
