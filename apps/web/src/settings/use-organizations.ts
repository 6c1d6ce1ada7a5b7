import type { OrganizationView } from '@potok/contracts';
import { usePaged } from '../page/paged.js';

/** Own organizations, for a choice or a name; none while they are read. */
export const useOrganizations = (): readonly OrganizationView[] =>
  usePaged<OrganizationView>('organizations').data?.items ?? [];
