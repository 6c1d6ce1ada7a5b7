import { fakeAccounting, fakeOperator } from '@potok/connector-kit/testing';
import type { AccountingGateway, GapCode, GapState, OperatorGateway } from '@potok/contracts';
import { openDatabase, WorkspaceRepository } from '@potok/persistence';
import {
  DocumentStore,
  EngineDatabase,
  ReconcileGapsRepository,
  ReconcileMendsRepository,
  ReconcileOutsideRepository,
  ReconcileRepository,
  RelayRepository,
} from '@potok/persistence/engine';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import { PlanCache } from '../../segments/plan-cache.js';
import type { ReconcileParts } from '../reconciling.js';
import { runReconciliation } from '../run-reconciliation.js';
import { hourAgo, plantDocument, plantRun, plantWorkspace, POST, type Ids } from './plant.js';

export interface Finding {
  readonly code: GapCode;
  readonly state: GapState;
  readonly is_new: boolean;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly document_id: string | null;
  readonly run_id: string | null;
}

/** What the connections of the world lead to. */
interface Outside {
  readonly operator: OperatorGateway;
  readonly accounting: AccountingGateway;
}

interface Ground {
  readonly database: TestDatabase;
  readonly owner: Awaited<ReturnType<typeof openDatabase>>;
  readonly engine: EngineDatabase;
  readonly relay: RelayRepository;
}

/** A workspace with a box, books and an hour of past, whose gaps the test plants. */
export class ReconcileWorld {
  /** How Temporal has each workflow, by its id. */
  readonly workflows = new Map<string, string>();
  private outside: Outside = { operator: fakeOperator(), accounting: fakeAccounting() };
  private planted: Ids | undefined;

  constructor(private readonly ground: Ground) {}

  get ids(): Ids {
    if (this.planted === undefined) throw new Error('settle() makes the workspace');
    return this.planted;
  }
  get relay(): RelayRepository {
    return this.ground.relay;
  }
  get workspace(): string {
    return this.ids.workspace;
  }

  readonly sql = <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    this.ground.owner.query<Row[]>(text, [...values]);

  /** A workspace of the test's own: findings of others do not disturb it. */
  async settle() {
    const outside = { operator: fakeOperator({ now: hourAgo }), accounting: fakeAccounting({ now: hourAgo }) };
    this.outside = outside;
    this.workflows.clear();
    this.planted = await plantWorkspace(
      this.sql,
      await new WorkspaceRepository(this.ground.owner.manager).add({ name: 'Ромашка' }),
    );
    return outside;
  }

  replace(outside: Outside): void {
    this.outside = outside;
  }

  /** A run that has not moved for an hour; one that is open has its workflow. */
  async aRun(status = 'done', updatedAt: Date = hourAgo()): Promise<string> {
    const id = await plantRun(this.sql, this.ids, { status, updatedAt });
    if (status !== 'done') this.workflows.set(`${this.workspace}/${id}`, 'RUNNING');
    return id;
  }

  aDocument(runId: string | null, number: string, over: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return plantDocument(this.sql, this.ids, { runId, number, over });
  }

  async reconcile(): Promise<Finding[]> {
    await this.sql(
      `INSERT INTO reconciliation_due (workspace_id, next_at) VALUES ($1, '2020-01-01') ON CONFLICT (workspace_id) DO UPDATE SET next_at = excluded.next_at`,
      [this.workspace],
    );
    const claim = await this.ground.relay.claimReconciliation('test', new Date(), 60_000);
    if (claim?.workspace_id !== this.workspace) throw new Error('Another workspace was due');
    await runReconciliation(this.parts(), { workspaceId: this.workspace, fence: claim.fence });
    return this.sql<Finding>(
      `SELECT code, state, is_new, subject, facts, document_id, run_id FROM reconciliation_finding
       WHERE reconciliation_id = (SELECT id FROM reconciliation WHERE workspace_id = $1 ORDER BY id DESC LIMIT 1)
       ORDER BY code, facts ->> 'number', subject`,
      [this.workspace],
    );
  }

  parts(): ReconcileParts {
    const { outside, ids, workflows } = this;
    const { engine } = this.ground;
    return {
      reports: new ReconcileRepository(engine),
      gaps: new ReconcileGapsRepository(engine),
      mends: new ReconcileMendsRepository(engine),
      outside: new ReconcileOutsideRepository(engine),
      documents: new DocumentStore(engine),
      connections: { open: async (_workspace, id) => (id === ids.edo ? outside.operator : outside.accounting) },
      plans: new PlanCache(engine),
      isPosting: ({ type }) => type === POST.type,
      workflowState: async (id) => workflows.get(id),
      leaseMs: 60_000,
      isStopping: () => false,
      graceMs: 10 * 60_000,
      now: () => new Date(),
      log: () => undefined,
    };
  }

  async close(): Promise<void> {
    await this.ground.relay.close();
    await this.ground.engine.close();
    await this.ground.owner.destroy();
    await this.ground.database.drop();
  }
}

export const openReconcileWorld = async (): Promise<ReconcileWorld> => {
  const database = await makeTestDatabase();
  return new ReconcileWorld({
    database,
    owner: await openDatabase(database.ownerUrl, { poolSize: 2 }),
    engine: new EngineDatabase(database.appUrl, { poolSize: 3 }),
    relay: new RelayRepository(database.relayUrl),
  });
};
