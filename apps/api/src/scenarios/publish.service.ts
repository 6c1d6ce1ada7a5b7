import { Inject, Injectable } from '@nestjs/common';
import type { ScenarioDetailView } from '@potok/contracts';
import {
  BindingRepository,
  DraftTallyRepository,
  PlanRepository,
  recordAudit,
  ScenarioRepository,
  tellLive,
  VersionRepository,
} from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { Compiler } from './compiler.service.js';
import { draftChanged } from './draft.service.js';
import { asFieldErrors } from './read-draft.js';
import { ScenarioService } from './scenario.service.js';
import { textOrNothing, type PublishDto } from './version.dto.js';
import { Starters } from './starters.service.js';

@Injectable()
export class PublishService {
  @Inject() private readonly db!: AppDatabase;

  constructor(
    private readonly compiler: Compiler,
    private readonly starters: Starters,
    private readonly scenarios: ScenarioService,
  ) {}

  /**
   * Compiles the draft and switches plan, version, binding, hook, schedule and sweep in one transaction. `draftRevision`
   * says which draft the caller has seen; another one is not published behind their back.
   */
  async publish(here: Here, id: string, order: PublishDto): Promise<ScenarioDetailView> {
    const { draftRevision } = order;
    const [name, comment] = [textOrNothing(order.name), textOrNothing(order.comment)];
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await new ScenarioRepository(tx).findForUpdate(id);
      if (row === undefined) throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id } });
      if (draftRevision !== undefined && draftRevision !== row.draftRevision) throw draftChanged(row, draftRevision);
      const { draft: drawing, draftBinding: binding } = row;
      const { findings, compiled } = await this.compiler.check(tx, { scenarioId: id, drawing, binding });
      if (compiled === undefined) {
        const errors = asFieldErrors(
          findings.filter(({ severity }) => severity === 'error'),
          here.language,
        );
        throw new Refusal('not-publishable', 'SCENARIO_WRONG', { errors, facts: { count: errors.length } });
      }
      const { workspaceId } = here;
      await new PlanRepository(tx).put(workspaceId, compiled);
      const version = await new VersionRepository(tx).add({
        workspaceId,
        scenarioId: id,
        scenario: drawing,
        planHash: compiled.hash,
        publishedBy: here.who,
        ...(name === undefined ? {} : { name }),
        ...(comment === undefined ? {} : { comment }),
      });
      await new BindingRepository(tx).add(workspaceId, { versionId: version.id, binding });
      await new ScenarioRepository(tx).setPublished(id, version.id);
      await this.starters.arrange(tx, { workspaceId, scenarioId: id, drawing, binding });
      await new DraftTallyRepository(tx).tell({ workspaceId, scenarioId: id }, 'all');
      await recordAudit(tx, {
        ...here,
        act: 'scenario.published',
        object: { kind: 'scenario', id },
        facts: {
          versionId: version.id,
          number: version.number,
          planHash: compiled.hash,
          ...(name === undefined || name === null ? {} : { name }),
        },
      });
      await tellLive(tx, { workspaceId, kind: 'scenario', id });
    });
    return this.scenarios.get(here, id);
  }
}
