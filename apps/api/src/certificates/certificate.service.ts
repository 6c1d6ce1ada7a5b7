import { Inject, Injectable } from '@nestjs/common';
import { sealSecret, type ApiConfig, type Clock } from '@potok/config';
import type { CertificateView, RequestView } from '@potok/contracts';
import { CertificateRepository, OrganizationRepository, recordAudit } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { RequestService } from '../requests/request.service.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK, CONFIG } from '../server/tokens.js';
import { asCertificateView } from './certificate-view.js';
import type { AddCertificateDto } from './certificate.dto.js';
import { readDer } from './read-der.js';

/** Signers' certificates. What one says is read by the worker, which knows ГОСТ; a key passes here only to be sealed. */
@Injectable()
export class CertificateService {
  @Inject(CONFIG) private readonly config!: ApiConfig;

  constructor(
    private readonly db: AppDatabase,
    private readonly requests: RequestService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(here: Here): Promise<CertificateView[]> {
    return this.db.inWorkspace(here.workspaceId, async (tx) =>
      (await new CertificateRepository(tx).list()).map(asCertificateView),
    );
  }

  /** The worker reads it, compares it with the key and the organization, and keeps it. */
  async add(
    here: Here,
    { organizationId, certificate, privateKey, provider }: AddCertificateDto,
  ): Promise<RequestView> {
    await this.refuseUnknown(here, organizationId);
    const der = readDer(certificate);
    if (der === undefined) throw new Refusal('invalid', 'CERTIFICATE_UNREADABLE', { field: '/certificate' });
    const key = privateKey === undefined ? undefined : readDer(privateKey);
    if (privateKey !== undefined && key === undefined)
      throw new Refusal('invalid', 'PRIVATE_KEY_UNREADABLE', { field: '/privateKey' });
    return this.requests.ask(here, 'import-certificate', (requestId) => ({
      organizationId,
      certificate: base64(der),
      provider: key === undefined ? (provider ?? 'browser') : 'software',
      ...(key === undefined ? {} : { keySealed: base64(this.seal(key, requestId)) }),
    }));
  }

  async remove(here: Here, id: string): Promise<void> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const certificates = new CertificateRepository(tx);
      const found = await certificates.find(id);
      if (found === undefined) throw new Refusal('not-found', 'CERTIFICATE_NOT_FOUND', { facts: { id } });
      await certificates.remove(id, this.clock.now());
      const facts = { thumbprint: found.thumbprint, organizationId: found.organizationId };
      await recordAudit(tx, { ...here, act: 'certificate.removed', object: { kind: 'certificate', id }, facts });
    });
  }

  private async refuseUnknown(here: Here, organizationId: string): Promise<void> {
    const found = await this.db.inWorkspace(here.workspaceId, (tx) =>
      new OrganizationRepository(tx).find(organizationId),
    );
    if (found !== undefined) return;
    const facts = { id: organizationId };
    throw new Refusal('invalid', 'ORGANIZATION_NOT_FOUND', { facts, field: '/organizationId' });
  }

  private seal(key: Uint8Array, requestId: string): Uint8Array {
    return sealSecret(key, this.config.masterKeys, `request:${requestId}`);
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
