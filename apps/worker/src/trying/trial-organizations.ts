import type { OrganizationProfile } from '@potok/contracts';
import type { OrganizationReader } from '@potok/persistence/engine';
import { findProfile, profileById } from '../services/organizations.js';
import { TRIAL_BOX_SYSTEM, trialBoxOf } from './trial-operator.js';

const TRIAL_INN = '7736050003';
const TRIAL_KPP = '773601001';
const TRIAL_ID = '00000000-0000-7000-8000-000000000001';

/** Stands where a workspace has no organization of its own yet. */
const trialOrganization: OrganizationProfile = {
  organizationId: TRIAL_ID,
  kind: 'legal',
  name: 'ООО «Пробная организация»',
  inn: TRIAL_INN,
  kpp: TRIAL_KPP,
  address: { countryCode: '643', text: '101000, г. Москва, ул. Пробная, д. 1', regionCode: '77' },
  taxRegime: 'osno',
  timeZone: 'Europe/Moscow',
  boxes: [{ system: TRIAL_BOX_SYSTEM, ...trialBoxOf({ inn: TRIAL_INN, kpp: TRIAL_KPP }) }],
  signers: [
    {
      certificateId: '00000000-0000-7000-8000-000000000002',
      person: { lastName: 'Пробный', firstName: 'Подписант' },
      position: 'Генеральный директор',
      thumbprint: '00',
      provider: 'software',
      notAfter: '2099-12-31T00:00:00Z',
      isTest: true,
    },
  ],
};

interface Box {
  readonly boxId: string;
  readonly fnsParticipantId: string;
}

export interface TrialOrganizations {
  find(by: { readonly inn?: string; readonly kpp?: string }): Promise<OrganizationProfile>;
  byId(organizationId: string): Promise<OrganizationProfile>;
  listBoxes(): Promise<readonly Box[]>;
}

/** The real ones, read only; a made-up one where there is none at all, and a made-up box for one that has none. */
export const trialOrganizations = (
  reader: Pick<OrganizationReader, 'list'>,
  workspaceId: string,
  tellStandIn: () => void,
): TrialOrganizations => {
  const isEmpty = async () => (await reader.list(workspaceId)).length === 0;
  const made = () => {
    tellStandIn();
    return trialOrganization;
  };
  return {
    find: async (by) => ((await isEmpty()) ? made() : withBox(await findProfile(reader, workspaceId, by))),
    byId: async (id) => (id === TRIAL_ID ? made() : withBox(await profileById(reader, workspaceId, id))),
    listBoxes: async () => {
      const rows = await reader.list(workspaceId);
      const own: readonly Box[] = rows.flatMap((row): readonly Box[] =>
        row.boxes.length > 0 ? row.boxes : [trialBoxOf(kppOf(row))],
      );
      return own.length > 0 ? own : trialOrganization.boxes;
    },
  };
};

const withBox = (own: OrganizationProfile): OrganizationProfile =>
  own.boxes.length > 0 ? own : { ...own, boxes: [{ system: TRIAL_BOX_SYSTEM, ...trialBoxOf(own) }] };

const kppOf = ({ inn, kpp }: { readonly inn: string; readonly kpp: string | null }) => ({
  inn,
  ...(kpp === null ? {} : { kpp }),
});
