import { Inject, Injectable } from '@nestjs/common';
import { sealSecret, type ApiConfig } from '@potok/config';
import type { HookView } from '@potok/contracts';
import { EndpointRepository, recordAudit } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { newSecret } from '../identity/secrets.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CONFIG } from '../server/tokens.js';
import { getScenario } from './get-scenario.js';
import { hookUrl } from './scenario-view.js';
import { proofOf, Starters } from './starters.service.js';

/** The hook's address and the secret of its proof, which may be set before the first publishing and is never shown. */
@Injectable()
export class HookService {
  constructor(
    private readonly db: AppDatabase,
    private readonly starters: Starters,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  get(here: Here, scenarioId: string): Promise<HookView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      const endpoints = new EndpointRepository(tx);
      const hook = await endpoints.findHook(scenarioId);
      if (hook === undefined) throw new Refusal('not-found', 'HOOK_NOT_FOUND');
      return {
        url: hookUrl(this.config.publicUrl, hook.token),
        proof: hook.proof,
        ...(hook.sameAs === null ? {} : { sameAs: hook.sameAs }),
        isEnabled: hook.isEnabled,
        hasKey: await endpoints.hasKey(hook.id),
      };
    });
  }

  async putKey(here: Here, scenarioId: string, secret: string): Promise<HookView> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { draft } = await getScenario(tx, scenarioId);
      const { workspaceId } = here;
      const endpoints = new EndpointRepository(tx);
      const trigger = this.starters.triggerOf(draft);
      const hook =
        (await endpoints.findHook(scenarioId)) ??
        (await endpoints.putHook({
          workspaceId,
          scenarioId,
          token: newSecret(),
          name: draft.name,
          proof: trigger === undefined ? { kind: 'none' } : proofOf(trigger.manifest, trigger.node.params),
          sameAs: undefined,
          isEnabled: false,
        }));
      const sealed = sealSecret(Buffer.from(secret, 'utf8'), this.config.masterKeys, `endpoint:${hook.id}`);
      await endpoints.putKey(workspaceId, { endpointId: hook.id, sealed });
      await recordAudit(tx, { ...here, act: 'hook.key-set', object: { kind: 'scenario', id: scenarioId } });
    });
    return this.get(here, scenarioId);
  }
}
