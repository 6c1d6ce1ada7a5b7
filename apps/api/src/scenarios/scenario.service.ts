import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig, Clock } from '@potok/config';
import type { CheckView, ScenarioDetailView, ScenarioView } from '@potok/contracts';
import { DraftTallyRepository, recordAudit, ScenarioRepository, tellLive } from '@potok/persistence';
import { withSentence } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import { AccountChecks } from '../connections/account-checks.js';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK, CONFIG } from '../server/tokens.js';
import { readTemplateSample } from '../templates/template-sample.js';
import { SampleService } from '../trying/sample.service.js';
import { Compiler } from './compiler.service.js';
import { getScenario } from './get-scenario.js';
import { Starters } from './starters.service.js';
import { readBinding, readDrawing } from './read-draft.js';
import { asScenarioDetailView, asScenarioView } from './scenario-view.js';

interface DraftOrder {
  readonly draft: unknown;
  readonly binding?: unknown;
}

@Injectable()
export class ScenarioService {
  @Inject(CONFIG) private readonly config!: ApiConfig;
  @Inject(CLOCK) private readonly clock!: Clock;
  @Inject() private readonly accounts!: AccountChecks;
  @Inject() private readonly samples!: SampleService;

  constructor(
    private readonly db: AppDatabase,
    private readonly compiler: Compiler,
    private readonly starters: Starters,
  ) {}

  list(here: Here): Promise<ScenarioView[]> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const rows = await new ScenarioRepository(tx).listSummaries();
      return rows.map((row) => asScenarioView(row, this.config.publicUrl));
    });
  }

  get(here: Here, id: string): Promise<ScenarioDetailView> {
    return this.db.inWorkspace(here.workspaceId, (tx) => this.viewOf(tx, here, id));
  }

  /** Made of a template, it has the template's example as a sample of data. */
  async create(
    here: Here,
    order: DraftOrder & { readonly templateId?: string | undefined },
  ): Promise<ScenarioDetailView> {
    const draft = readDrawing(order.draft, here.language);
    const binding = order.binding === undefined ? { slots: {}, parameters: {} } : readBinding(order.binding);
    const sample =
      order.templateId === undefined ? undefined : await readTemplateSample(order.templateId, here.language);
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const id = await new ScenarioRepository(tx).add(here.workspaceId, { draft, binding, by: here.who });
      await recordAudit(tx, {
        ...here,
        act: 'scenario.created',
        object: { kind: 'scenario', id },
        facts: { name: draft.name },
      });
      if (sample !== undefined) await this.samples.add(tx, here, { ...sample, scenarioId: id, source: 'template' });
      await tellLive(tx, { workspaceId: here.workspaceId, kind: 'scenario', id });
      return this.viewOf(tx, here, id);
    });
  }

  /** Off: webhooks answer that nobody lives there, schedules and sweeps stand still. Runs go on. */
  setEnabled(here: Here, id: string, isEnabled: boolean): Promise<ScenarioDetailView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, id);
      await new ScenarioRepository(tx).setEnabled(id, isEnabled);
      await (isEnabled ? this.starters.restart(tx, here.workspaceId, id) : this.starters.stop(tx, id));
      const act = isEnabled ? 'scenario.enabled' : 'scenario.disabled';
      await recordAudit(tx, { ...here, act, object: { kind: 'scenario', id } });
      await tellLive(tx, { workspaceId: here.workspaceId, kind: 'scenario', id });
      return this.viewOf(tx, here, id);
    });
  }

  async archive(here: Here, id: string): Promise<void> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, id);
      await new ScenarioRepository(tx).archive(id, this.clock.now());
      await this.starters.stop(tx, id);
      await new DraftTallyRepository(tx).tell({ workspaceId: here.workspaceId, scenarioId: id }, 'all');
      await recordAudit(tx, { ...here, act: 'scenario.archived', object: { kind: 'scenario', id } });
      await tellLive(tx, { workspaceId: here.workspaceId, kind: 'scenario', id });
    });
  }

  check(here: Here, id: string): Promise<CheckView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { draft, draftBinding } = await getScenario(tx, id);
      const { findings, compiled } = await this.compiler.check(tx, {
        scenarioId: id,
        drawing: draft,
        binding: draftBinding,
      });
      return {
        findings: findings.map((finding) => withSentence(finding, here.language)),
        ...(compiled === undefined ? {} : { hash: compiled.hash }),
      };
    });
  }

  private async viewOf(tx: EntityManager, here: Here, id: string): Promise<ScenarioDetailView> {
    const summary = await new ScenarioRepository(tx).findSummary(id);
    const row = await getScenario(tx, id);
    if (summary === undefined) throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id } });
    const broken = (await this.accounts.ofScenario(tx, id)).map(({ finding, in: where }) => ({
      ...withSentence(finding, here.language),
      in: where,
    }));
    return { ...asScenarioDetailView(summary, row, this.config.publicUrl), ...(broken.length === 0 ? {} : { broken }) };
  }
}
