import type { Binding } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { BindingRow } from './binding.entity.js';

export class BindingRepository {
  constructor(private readonly db: EntityManager) {}

  async add(workspaceId: string, { versionId, binding }: { versionId: string; binding: Binding }): Promise<string> {
    const id = newId();
    const { slots, parameters } = binding;
    await insertRow(this.db, BindingRow, { id, workspaceId, versionId, slots, parameters });
    return id;
  }

  /** The one that new runs of the version take. */
  async findLatest(versionId: string): Promise<BindingRow | undefined> {
    return (await this.db.findOne(BindingRow, { where: { versionId }, order: { id: 'DESC' } })) ?? undefined;
  }

  async find(id: string): Promise<BindingRow | undefined> {
    return (await this.db.findOne(BindingRow, { where: { id } })) ?? undefined;
  }
}
