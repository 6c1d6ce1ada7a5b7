import {
  NodeFault,
  type AddressText,
  type BankAccount,
  type OrganizationProfile,
  type PersonName,
  type SignerProfile,
} from '@potok/contracts';
import type { OrganizationReader, OrganizationRow } from '@potok/persistence/engine';

type Organizations = Pick<OrganizationReader, 'list'>;

export const profileById = async (
  reader: Organizations,
  workspaceId: string,
  organizationId: string,
): Promise<OrganizationProfile> => {
  const row = (await reader.list(workspaceId)).find((one) => one.id === organizationId);
  if (row === undefined) throw new NodeFault('invalid', 'ORGANIZATION_NOT_FOUND', { facts: { organizationId } });
  return asProfile(row);
};

/** The only own organization, or the one with this ИНН (and КПП). */
export const findProfile = async (
  reader: Organizations,
  workspaceId: string,
  by: { readonly inn?: string; readonly kpp?: string },
): Promise<OrganizationProfile> => {
  const all = await reader.list(workspaceId);
  const fitting = all.filter(
    (row) => (by.inn === undefined || row.inn === by.inn) && (by.kpp === undefined || row.kpp === by.kpp),
  );
  const [first] = fitting;
  if (first === undefined)
    throw new NodeFault('invalid', 'ORGANIZATION_NOT_FOUND', { facts: { inn: by.inn ?? '', kpp: by.kpp ?? '' } });
  if (fitting.length > 1)
    throw new NodeFault('invalid', 'ORGANIZATION_AMBIGUOUS', { facts: { count: fitting.length } });
  return asProfile(first);
};

const asProfile = (row: OrganizationRow): OrganizationProfile => {
  const optional = {
    kpp: row.kpp,
    ogrn: row.ogrn,
    ogrnDate: row.ogrn_date,
    person: row.person as PersonName | null,
    address: row.address as AddressText | null,
    bank: row.bank as BankAccount | null,
  };
  return {
    organizationId: row.id,
    kind: row.kind,
    name: row.name,
    inn: row.inn,
    taxRegime: row.tax_regime as OrganizationProfile['taxRegime'],
    timeZone: row.time_zone,
    boxes: row.boxes,
    signers: row.signers.map(asSigner),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null),
    ) as Partial<OrganizationProfile>),
  };
};

const asSigner = (row: OrganizationRow['signers'][number]): SignerProfile => ({
  certificateId: row.certificateId,
  person: row.person as PersonName,
  thumbprint: row.thumbprint,
  provider: row.provider as SignerProfile['provider'],
  notAfter: row.notAfter,
  isTest: row.isTest,
  ...(row.position === null ? {} : { position: row.position }),
});
