import type { OrganizationView } from '@potok/contracts';
import type { CertificateRow, OrganizationBoxRow, OrganizationRow } from '@potok/persistence';
import { asCertificateView } from '../certificates/certificate-view.js';

interface Parts {
  readonly boxes: readonly OrganizationBoxRow[];
  readonly certificates: readonly CertificateRow[];
  /** Ids of boxes that their operator's last list lacks. */
  readonly gone: ReadonlySet<string>;
}

export const asOrganizationView = (row: OrganizationRow, { boxes, certificates, gone }: Parts): OrganizationView => ({
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
    .map(({ id, system, boxId, fnsParticipantId, connectionId }) => ({
      system,
      boxId,
      fnsParticipantId,
      connectionId,
      ...(gone.has(id) ? { isGone: true as const } : {}),
    })),
  signers: certificates.filter(({ organizationId }) => organizationId === row.id).map(asCertificateView),
});
