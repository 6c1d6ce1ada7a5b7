import { Injectable } from '@nestjs/common';
import { type Page, type RunDetailView, type RunView, type StepCallView, type StepDetailView } from '@potok/contracts';
import { DocumentRepository, RerunRepository, RunRepository, WaitRepository, type StepRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { asDocumentView } from '../documents/document-view.js';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type Place } from '../server/page.js';
import { runFilterOf, type RunQuery } from './run.dto.js';
import { nodesOf, readStepId, RunWords } from './run-view.js';

const MAX_DOCUMENTS = 200;
/** Visits of one node in one status; a run may have tens of thousands. */
const MAX_VISITS = 50;
const MAX_WAITS = 200;

@Injectable()
export class RunService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
  ) {}

  list(here: Here, query: RunQuery): Promise<Page<RunView>> {
    const words = new RunWords(this.nodes, here.language);
    const filter = runFilterOf(query);
    return this.db.inWorkspace(here.workspaceId, (tx) => {
      const rows = new RunRepository(tx);
      const listing = { list: (place: Place) => rows.list({ ...filter, ...place }), count: () => rows.count(filter) };
      return pageOf(query, listing, (row) => words.run(row));
    });
  }

  get(here: Here, id: string): Promise<RunDetailView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { row, scenario } = await getRun(tx, id);
      const runs = new RunRepository(tx);
      const documents = await new DocumentRepository(tx).list({ runId: id, limit: MAX_DOCUMENTS });
      const steps = await runs.listSteps(id, MAX_VISITS);
      const stepCount = await runs.countSteps(id);
      return new RunWords(this.nodes, here.language).detail(row, {
        scenario,
        steps,
        stepCount,
        passes: stepCount > steps.length ? await runs.listPasses(id) : [],
        waits: await new WaitRepository(tx).listOfRun(id, MAX_WAITS),
        documents: documents.map(asDocumentView),
        chain: await new RerunRepository(tx).listChain(row.originRunId),
      });
    });
  }

  getStep(here: Here, runId: string, stepId: string): Promise<StepDetailView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { scenario } = await getRun(tx, runId);
      const step = await getStep(tx, runId, stepId);
      return new RunWords(this.nodes, here.language).stepDetail(step, nodesOf(scenario));
    });
  }

  /** What the step asked of outside systems: the last calls, while they are kept. */
  listCalls(here: Here, runId: string, stepId: string): Promise<Page<StepCallView>> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getRun(tx, runId);
      const words = new RunWords(this.nodes, here.language);
      const calls = await new RunRepository(tx).listCalls(runId, await getStep(tx, runId, stepId));
      return { items: calls.map((call) => words.call(call)) };
    });
  }
}

const getRun = async (tx: EntityManager, id: string) => {
  const runs = new RunRepository(tx);
  const row = await runs.find(id);
  const scenario = await runs.drawingOf(id);
  if (row === undefined || scenario === undefined) throw new Refusal('not-found', 'RUN_NOT_FOUND', { facts: { id } });
  return { row, scenario };
};

const getStep = async (tx: EntityManager, runId: string, stepId: string): Promise<StepRow> => {
  const place = readStepId(stepId);
  const step = place === undefined ? undefined : await new RunRepository(tx).findStep(runId, place);
  if (step === undefined) throw new Refusal('not-found', 'STEP_NOT_FOUND', { facts: { id: stepId } });
  return step;
};
