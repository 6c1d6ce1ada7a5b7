import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { CertificateRow } from './certificate.entity.js';
import { SigningKeyRow } from './signing-key.entity.js';

export class CertificateRepository {
  constructor(private readonly db: EntityManager) {}

  listOfOrganizations(organizationIds: readonly string[]): Promise<CertificateRow[]> {
    return this.db.find(CertificateRow, {
      where: { organizationId: In([...organizationIds]), removedAt: IsNull() },
      order: { notAfter: 'DESC', id: 'ASC' },
    });
  }

  list(): Promise<CertificateRow[]> {
    return this.db.find(CertificateRow, { where: { removedAt: IsNull() }, order: { notAfter: 'DESC', id: 'ASC' } });
  }

  async find(id: string): Promise<CertificateRow | undefined> {
    return (await this.db.findOne(CertificateRow, { where: { id, removedAt: IsNull() } })) ?? undefined;
  }

  async add(certificate: Omit<CertificateRow, 'id' | 'createdAt' | 'removedAt'>): Promise<string> {
    const id = newId();
    await insertRow(this.db, CertificateRow, { id, ...certificate });
    return id;
  }

  /** `sealed` by `sealKey` of signing. */
  async addKey(workspaceId: string, { certificateId, sealed }: { certificateId: string; sealed: Buffer }) {
    await insertRow(this.db, SigningKeyRow, { certificateId, workspaceId, sealed });
  }

  /** The certificate stays beside what it has signed; its key goes. */
  async remove(id: string, at: Date): Promise<void> {
    await this.db.update(CertificateRow, { id }, { removedAt: at });
    await this.db.delete(SigningKeyRow, { certificateId: id });
  }
}
