import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { ApiTokenView } from '@potok/contracts';
import { ApiTokenRepository, recordAudit, type ApiTokenRow } from '@potok/persistence';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK } from '../server/tokens.js';
import type { Caller, Here, Scope, User } from './caller.js';
import { hashOf, newSecret } from './secrets.js';

const PREFIX = 'pt_';

@Injectable()
export class ApiTokenService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(authorization: string): Promise<Caller> {
    const secret = /^Bearer (pt_[\w-]{20,100})$/i.exec(authorization)?.[1];
    const tokens = new ApiTokenRepository(this.db.identity);
    const found = secret === undefined ? undefined : await tokens.findByHash(hashOf(secret));
    if (found === undefined) throw new Refusal('unknown-caller', 'TOKEN_WRONG');
    await tokens.recordUse(found.id, this.clock.now());
    const { id, name, workspaceId, scopes } = found;
    return { kind: 'token', tokenId: id, name, workspaceId, scopes };
  }

  /** The secret is shown this once. */
  async issue(here: Here, user: User, order: { name: string; scopes: Scope[] }): Promise<ApiTokenView> {
    const secret = `${PREFIX}${newSecret()}`;
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const tokens = new ApiTokenRepository(tx);
      const id = await tokens.add({
        ...order,
        workspaceId: here.workspaceId,
        tokenHash: hashOf(secret),
        createdBy: user.userId,
      });
      await recordAudit(tx, { ...here, act: 'api-token.issued', object: { kind: 'api-token', id }, facts: order });
      return { id, ...order, createdAt: this.clock.now().toISOString(), secret };
    });
  }

  async list(here: Here): Promise<ApiTokenView[]> {
    return (await new ApiTokenRepository(this.db.identity).list(here.workspaceId)).map(asApiTokenView);
  }

  async revoke(here: Here, id: string): Promise<void> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const isRevoked = await new ApiTokenRepository(tx).revoke(here.workspaceId, { id, at: this.clock.now() });
      if (!isRevoked) throw new Refusal('not-found', 'TOKEN_NOT_FOUND', { facts: { id } });
      await recordAudit(tx, { ...here, act: 'api-token.revoked', object: { kind: 'api-token', id } });
    });
  }
}

const asApiTokenView = (row: ApiTokenRow): ApiTokenView => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.createdAt.toISOString(),
  ...(row.usedAt === null ? {} : { usedAt: row.usedAt.toISOString() }),
  ...(row.revokedAt === null ? {} : { revokedAt: row.revokedAt.toISOString() }),
});
