import type { PersonName } from '@potok/contracts';
import type { Actor } from '../audit/actor.js';
import type { EngineDatabase } from './engine-database.js';

export interface NewCertificate {
  readonly id: string;
  readonly auditId: string;
  readonly who: Actor;
  readonly organizationId: string;
  readonly person: PersonName;
  readonly position: string | undefined;
  readonly inn: string | undefined;
  readonly thumbprint: string;
  readonly der: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly provider: string;
  readonly isTest: boolean;
  readonly keySealed: Uint8Array | undefined;
}

/** Signers' certificates as the worker keeps them. */
export class CertificateStore {
  constructor(private readonly db: EngineDatabase) {}

  /** One row a thumbprint: putting it again renews its provider and key and brings back a removed one. Answers its id. */
  async put(workspaceId: string, one: NewCertificate): Promise<string> {
    return this.db.transaction(workspaceId, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `INSERT INTO certificate (id, workspace_id, organization_id, person, position, inn, thumbprint, der, not_before, not_after, provider, is_test)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (workspace_id, thumbprint) DO UPDATE SET
           organization_id = excluded.organization_id, provider = excluded.provider, is_test = excluded.is_test, removed_at = NULL
         RETURNING id`,
        [
          one.id,
          workspaceId,
          one.organizationId,
          JSON.stringify(one.person),
          one.position ?? null,
          one.inn ?? null,
          one.thumbprint,
          Buffer.from(one.der),
          one.notBefore,
          one.notAfter,
          one.provider,
          one.isTest,
        ],
      );
      const id = rows[0]?.id ?? one.id;
      if (one.keySealed !== undefined) {
        await tx.query(
          `INSERT INTO signing_key (certificate_id, workspace_id, sealed) VALUES ($1, $2, $3)
           ON CONFLICT (certificate_id) DO UPDATE SET sealed = excluded.sealed`,
          [id, workspaceId, Buffer.from(one.keySealed)],
        );
      }
      await tx.query(
        `INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts) VALUES ($1, $2, $3, 'certificate.added', 'certificate', $4, $5)`,
        [
          one.auditId,
          workspaceId,
          JSON.stringify(one.who),
          id,
          JSON.stringify({ thumbprint: one.thumbprint, organizationId: one.organizationId }),
        ],
      );
      return id;
    });
  }
}
