// The demo's own organization: requisites, box at the operator, a test certificate of a demo CA with its key sealed.
import { randomUUID } from 'node:crypto';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

const masterKeysOf = ({ masterKeys }) =>
  masterKeys.split(',').map((item) => {
    const cut = item.indexOf(':');
    return { id: item.slice(0, cut), bytes: new Uint8Array(Buffer.from(item.slice(cut + 1), 'base64')) };
  });

/** A certificate of the director, of a CA that exists for this demo only: «тестовая подпись, без юридической силы». */
const issueDirectorKey = async (seller) => {
  const { issueDemoCa, issueDemoCertificate, parseCertificate } = await import('@potok/signing');
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + YEAR_MS) };
  const { director } = seller;
  const person = { lastName: director.surname, firstName: director.name, middleName: director.patronymic };
  const key = issueDemoCertificate({
    ca: issueDemoCa({ ...validity, notAfter: new Date(Date.now() + 5 * YEAR_MS) }),
    person,
    position: director.position,
    organization: seller.shortName,
    inn: director.inn,
    innLegal: seller.inn,
    ogrn: seller.ogrn,
    snils: director.snils,
    ...validity,
  });
  return {
    ...key,
    person,
    validity,
    position: director.position,
    thumbprint: parseCertificate(key.certificateDer).thumbprint,
  };
};

/** The form in which Диадок itself writes a box. */
export const boxIdOf = (seller) => `${seller.diadoc.boxId.replaceAll('-', '')}@diadoc.ru`;

/** Writes it all as the application does: an owner who is no superuser is kept out of clients' tables by row security. */
export const insertOrganization = async ({ appUrl, workspaceId, secrets, seller, diadocConnectionId }) => {
  const { default: pg } = await import('pg');
  const { sealKey } = await import('@potok/signing');
  const key = await issueDirectorKey(seller);
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.workspace_id', $1, true)`, [workspaceId]);
    const [organizationId, certificateId] = [randomUUID(), randomUUID()];
    const { address, bank } = seller;
    const text = [address.zipCode, address.city, address.street, `д. ${address.house}`].join(', ');
    await client.query(
      `INSERT INTO organization (id, workspace_id, kind, name, inn, kpp, ogrn, person, address, bank, tax_regime) VALUES ($1, $2, 'legal', $3, $4, $5, $6, $7, $8, $9, 'osno')`,
      [
        organizationId,
        workspaceId,
        seller.fullName,
        seller.inn,
        seller.kpp,
        seller.ogrn,
        JSON.stringify(key.person),
        JSON.stringify({
          countryCode: '643',
          countryName: 'Россия',
          text,
          regionCode: address.regionCode,
          postalCode: address.zipCode,
        }),
        JSON.stringify({
          account: bank.account,
          bankName: bank.bankName,
          bik: bank.bik,
          correspondentAccount: bank.correspondentAccount,
        }),
      ],
    );
    await client.query(
      `INSERT INTO organization_box (id, workspace_id, organization_id, connection_id, system, box_id, fns_participant_id) VALUES ($1, $2, $3, $4, 'diadoc', $5, $6)`,
      [randomUUID(), workspaceId, organizationId, diadocConnectionId, boxIdOf(seller), seller.diadoc.fnsParticipantId],
    );
    await client.query(
      `INSERT INTO certificate (id, workspace_id, organization_id, person, position, inn, thumbprint, der, not_before, not_after, provider, is_test)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'software', true)`,
      [
        certificateId,
        workspaceId,
        organizationId,
        JSON.stringify(key.person),
        key.position,
        seller.inn,
        key.thumbprint,
        Buffer.from(key.certificateDer),
        key.validity.notBefore,
        key.validity.notAfter,
      ],
    );
    await client.query('INSERT INTO signing_key (certificate_id, workspace_id, sealed) VALUES ($1, $2, $3)', [
      certificateId,
      workspaceId,
      Buffer.from(sealKey(key.privateKey, masterKeysOf(secrets), key.thumbprint)),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
};
