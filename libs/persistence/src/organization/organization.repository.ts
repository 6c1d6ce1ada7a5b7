import { In, IsNull, type EntityManager } from 'typeorm';
import { changeRow } from '../change-row.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { OrganizationBoxRow } from './organization-box.entity.js';
import { OrganizationRow } from './organization.entity.js';

export type OrganizationDetails = Omit<
  OrganizationRow,
  'id' | 'workspaceId' | 'createdAt' | 'updatedAt' | 'archivedAt'
>;
export type BoxDetails = Omit<OrganizationBoxRow, 'id' | 'workspaceId' | 'organizationId'>;

export class OrganizationRepository {
  constructor(private readonly db: EntityManager) {}

  list(): Promise<OrganizationRow[]> {
    return this.db.find(OrganizationRow, { where: { archivedAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
  }

  async find(id: string): Promise<OrganizationRow | undefined> {
    return (await this.db.findOne(OrganizationRow, { where: { id, archivedAt: IsNull() } })) ?? undefined;
  }

  async findByInn(inn: string, kpp: string | null): Promise<OrganizationRow | undefined> {
    const row = await this.db.findOne(OrganizationRow, {
      where: { inn, kpp: kpp === null ? IsNull() : kpp, archivedAt: IsNull() },
    });
    return row ?? undefined;
  }

  async add(workspaceId: string, details: OrganizationDetails): Promise<string> {
    const id = newId();
    await insertRow(this.db, OrganizationRow, { id, workspaceId, ...details });
    return id;
  }

  async change(id: string, details: OrganizationDetails): Promise<void> {
    await changeRow(this.db, OrganizationRow, { id, ...details, updatedAt: new Date() });
  }

  /** The row stays for its documents; its boxes go. */
  async archive(id: string, at: Date): Promise<void> {
    await this.db.delete(OrganizationBoxRow, { organizationId: id });
    await changeRow(this.db, OrganizationRow, { id, archivedAt: at });
  }

  async findBox(system: string, boxId: string): Promise<OrganizationBoxRow | undefined> {
    return (await this.db.findOne(OrganizationBoxRow, { where: { system, boxId } })) ?? undefined;
  }

  listBoxes(organizationIds: readonly string[]): Promise<OrganizationBoxRow[]> {
    return this.db.find(OrganizationBoxRow, {
      where: { organizationId: In([...organizationIds]) },
      order: { system: 'ASC', boxId: 'ASC' },
    });
  }

  listBoxesOfConnection(connectionId: string): Promise<OrganizationBoxRow[]> {
    return this.db.find(OrganizationBoxRow, { where: { connectionId } });
  }

  /** Boxes of a connection with the names of their organizations. */
  listNamedBoxes(connectionId: string): Promise<{ readonly boxId: string; readonly organization: string }[]> {
    return this.db.query<{ boxId: string; organization: string }[]>(
      `SELECT b.box_id AS "boxId", o.name AS organization
         FROM organization_box b JOIN organization o ON o.id = b.organization_id
        WHERE b.connection_id = $1 ORDER BY o.name, b.box_id`,
      [connectionId],
    );
  }

  /** The organization's boxes are these and no others. */
  async replaceBoxes(workspaceId: string, organizationId: string, boxes: readonly BoxDetails[]): Promise<void> {
    await this.db.delete(OrganizationBoxRow, { organizationId });
    for (const box of boxes) {
      await insertRow(this.db, OrganizationBoxRow, { id: newId(), workspaceId, organizationId, ...box });
    }
  }
}
