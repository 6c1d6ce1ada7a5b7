import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { OrganizationView } from '@potok/contracts';
import {
  CertificateRepository,
  CursorRepository,
  OrganizationRepository,
  recordAudit,
  type OrganizationBoxRow,
  type OrganizationDetails,
} from '@potok/persistence';
import { isBoxGone } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import { readAccounts } from '../connections/account-checks.js';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK } from '../server/tokens.js';
import { asOrganizationView } from './organization-view.js';
import type { OrganizationDto } from './organization.dto.js';
import { putBoxes } from './put-boxes.js';
import { refuseRequisites } from './refuse-requisites.js';

@Injectable()
export class OrganizationService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(here: Here): Promise<OrganizationView[]> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const organizations = new OrganizationRepository(tx);
      const rows = await organizations.list();
      const ids = rows.map(({ id }) => id);
      const boxes = await organizations.listBoxes(ids);
      const certificates = await new CertificateRepository(tx).listOfOrganizations(ids);
      const gone = await goneAmong(tx, boxes);
      return rows.map((row) => asOrganizationView(row, { boxes, certificates, gone }));
    });
  }

  get(here: Here, id: string): Promise<OrganizationView> {
    return this.db.inWorkspace(here.workspaceId, (tx) => viewOf(tx, id));
  }

  create(here: Here, order: OrganizationDto): Promise<OrganizationView> {
    refuseRequisites(order, here.language);
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await refuseTwin(tx, order);
      const id = await new OrganizationRepository(tx).add(here.workspaceId, detailsOf(order));
      await putBoxes(tx, here, { organizationId: id, boxes: order.boxes });
      await recordAudit(tx, {
        ...here,
        act: 'organization.created',
        object: { kind: 'organization', id },
        facts: aboutOf(order),
      });
      return viewOf(tx, id);
    });
  }

  change(here: Here, id: string, order: OrganizationDto): Promise<OrganizationView> {
    refuseRequisites(order, here.language);
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await viewOf(tx, id);
      await refuseTwin(tx, order, id);
      await new OrganizationRepository(tx).change(id, detailsOf(order));
      await putBoxes(tx, here, { organizationId: id, boxes: order.boxes });
      await recordAudit(tx, {
        ...here,
        act: 'organization.changed',
        object: { kind: 'organization', id },
        facts: aboutOf(order),
      });
      return viewOf(tx, id);
    });
  }

  /** Its documents and certificates stay; nothing is read from its boxes any more. */
  async archive(here: Here, id: string): Promise<void> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { name, inn } = await viewOf(tx, id);
      await new OrganizationRepository(tx).archive(id, this.clock.now());
      await new CursorRepository(tx).stopOrphanBoxes();
      const object = { kind: 'organization', id };
      await recordAudit(tx, { ...here, act: 'organization.archived', object, facts: { name, inn } });
    });
  }
}

const viewOf = async (tx: EntityManager, id: string): Promise<OrganizationView> => {
  const organizations = new OrganizationRepository(tx);
  const row = await organizations.find(id);
  if (row === undefined) throw new Refusal('not-found', 'ORGANIZATION_NOT_FOUND', { facts: { id } });
  const boxes = await organizations.listBoxes([id]);
  return asOrganizationView(row, {
    boxes,
    gone: await goneAmong(tx, boxes),
    certificates: await new CertificateRepository(tx).listOfOrganizations([id]),
  });
};

const goneAmong = async (tx: EntityManager, boxes: readonly OrganizationBoxRow[]): Promise<ReadonlySet<string>> => {
  const accounts = await readAccounts(tx, [...new Set(boxes.map(({ connectionId }) => connectionId))]);
  const gone = boxes.filter(({ connectionId, boxId }) => {
    const account = accounts.get(connectionId);
    return account !== undefined && isBoxGone(account, boxId);
  });
  return new Set(gone.map(({ id }) => id));
};

const refuseTwin = async (tx: EntityManager, { inn, kpp }: OrganizationDto, exceptId?: string): Promise<void> => {
  const twin = await new OrganizationRepository(tx).findByInn(inn, kpp ?? null);
  if (twin === undefined || twin.id === exceptId) return;
  throw new Refusal('conflict', 'ORGANIZATION_EXISTS', { field: '/inn', facts: { inn, kpp, name: twin.name } });
};

const aboutOf = ({ name, inn, boxes }: OrganizationDto) => ({ name, inn, boxes: boxes?.map(({ boxId }) => boxId) });

const detailsOf = (order: OrganizationDto): OrganizationDetails => ({
  kind: order.kind,
  name: order.name,
  inn: order.inn,
  kpp: order.kpp ?? null,
  ogrn: order.ogrn ?? null,
  ogrnDate: order.ogrnDate?.slice(0, 10) ?? null,
  person: order.person ?? null,
  address: order.address ?? null,
  bank: order.bank ?? null,
  taxRegime: order.taxRegime,
  timeZone: order.timeZone ?? 'Europe/Moscow',
});
