import type { NodeId, StepPlace, StepStatus, Visit } from '@potok/contracts';
import type { RunStatus } from '@potok/contracts/names';
import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { RunRow } from './run.entity.js';

/** One visit of a run, without its values. */
export interface StepFacts {
  readonly node: NodeId;
  readonly visit: Visit;
  readonly seq: number;
  readonly status: StepStatus;
  readonly effect: string;
  readonly key: string;
}

/** One run of a chain, oldest first. */
export interface ChainRun {
  readonly id: string;
  readonly status: RunStatus;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly again: number;
  readonly rerunOf: string | null;
  readonly beginAt: StepPlace | null;
}

/** What the runs of a chain have done at one node under one key. */
export interface ChainAct {
  readonly node: NodeId;
  readonly key: string;
  readonly again: number;
  readonly status: StepStatus;
  readonly effect: string;
}

/** A document that has left, and the key under which it was made. */
export interface SentDocument {
  readonly key: string;
  readonly number: string;
}

export interface NewRerun {
  readonly of: string;
  readonly versionId: string;
  readonly bindingId: string;
  readonly planHash: string;
  readonly engine: number;
  readonly again: number;
  readonly begin: StepPlace;
  /** Instead of the data of the run that is repeated. */
  readonly trigger?: unknown;
  readonly now: Date;
}

interface OpenedAhead {
  readonly id: string;
  readonly node: NodeId;
  readonly visit: Visit;
}

/** Runs that go over another's steps again: what is to be known of the chain, and the writing of a new one. */
export class RerunRepository {
  constructor(private readonly db: EntityManager) {}

  async find(runId: string): Promise<RunRow | undefined> {
    return (await this.db.findOne(RunRow, { where: { id: runId } })) ?? undefined;
  }

  /** Held until the transaction ends: nobody else repeats a run of this chain meanwhile. */
  async holdChain(originRunId: string): Promise<void> {
    await this.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('rerun/' || $1::text, 0))`, [originRunId]);
  }

  listChain(originRunId: string): Promise<ChainRun[]> {
    return this.db.query<ChainRun[]>(
      `SELECT id, status, started_at AS "startedAt", ended_at AS "endedAt", again, rerun_of AS "rerunOf", begin_at AS "beginAt"
         FROM run WHERE ${CHAIN} ORDER BY id`,
      [originRunId],
    );
  }

  /** In order of their start. */
  listSteps(runId: string): Promise<StepFacts[]> {
    return this.db.query<StepFacts[]>(
      `SELECT node_id AS node, visit, seq::float8 AS seq, status, effect, key FROM step WHERE run_id = $1 ORDER BY seq`,
      [runId],
    );
  }

  /** Everything with a key that the chain has begun. */
  listActs(originRunId: string): Promise<ChainAct[]> {
    return this.db.query<ChainAct[]>(
      `SELECT DISTINCT s.node_id AS node, s.key, r.again, s.status, s.effect
         FROM step s JOIN run r ON r.id = s.run_id
        WHERE s.key <> '' AND s.run_id IN (SELECT id FROM run WHERE ${CHAIN})`,
      [originRunId],
    );
  }

  listSent(keys: readonly string[]): Promise<SentDocument[]> {
    return this.db.query<SentDocument[]>(
      `SELECT key, number FROM document
        WHERE workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid AND key = ANY($1)
          AND (delivery NOT IN ('draft', 'validated', 'signing', 'signed') OR message_id IS NOT NULL) ORDER BY id`,
      [keys],
    );
  }

  /** The run and the order to start it. Its steps are taken over with `takeOver`, in the same transaction. */
  async add(rerun: NewRerun): Promise<string> {
    const id = newId();
    const trigger = rerun.trigger === undefined ? null : JSON.stringify(rerun.trigger);
    await this.db.query(INSERT_RUN, [
      id,
      rerun.of,
      rerun.versionId,
      rerun.bindingId,
      rerun.planHash,
      rerun.engine,
      JSON.stringify(rerun.begin),
      rerun.again,
      trigger,
      rerun.now,
    ]);
    return id;
  }

  /**
   * Copies what had ended before `beforeSeq`: done already for the new run. The copies come before whatever it does itself, so that
   * their numbers are not above zero.
   */
  async takeOver(order: { readonly from: string; readonly to: string; readonly beforeSeq: number }): Promise<void> {
    await this.db.query(TAKE_OVER, [order.to, order.from, order.beforeSeq]);
  }

  /**
   * Waits whose address was handed out by a step that is taken over: the outside knows it, so that it must lead to the new run. What
   * had come there comes once more; the time to wait is measured anew.
   */
  async moveWaits(order: {
    readonly from: string;
    readonly to: string;
    readonly places: readonly StepPlace[];
    readonly now: Date;
  }): Promise<void> {
    const places = order.places.map(({ node, visit }) => `${node}@${visit}`);
    const waits = await this.db.query<OpenedAhead[]>(
      `SELECT w.id, w.node_id AS node, w.visit FROM wait w WHERE w.run_id = $1 AND w.node_id || '@' || w.visit = ANY($2)
         AND NOT EXISTS (SELECT FROM step s WHERE s.run_id = $3 AND s.node_id = w.node_id AND s.visit = w.visit)`,
      [order.from, places, order.to],
    );
    for (const wait of waits) {
      const values = [newId(), wait.id];
      await this.db.query(MOVE_WAIT, [...values, order.to, order.now]);
      await this.db.query('UPDATE endpoint SET id = $1, wait_id = $1 WHERE id = $2', values);
      await this.db.query(
        `INSERT INTO wait_news (wait_id, inbox_id, workspace_id, at, body)
         SELECT $1, inbox_id, workspace_id, at, body FROM wait_news WHERE wait_id = $2`,
        values,
      );
    }
  }

  async orderStart(workspaceId: string, runId: string): Promise<void> {
    await this.db.query(`INSERT INTO outbox (workspace_id, run_id, kind) VALUES ($1, $2, 'start')`, [
      workspaceId,
      runId,
    ]);
    await this.db.query(`SELECT pg_notify('potok_outbox', ''), pg_notify('potok_live', $1)`, [
      JSON.stringify({ workspaceId, kind: 'run', id: runId, runId }),
    ]);
  }
}

const CHAIN = `(id = $1 OR (origin_run_id = $1 AND rerun_of IS NOT NULL))`;

const INSERT_RUN = `
  INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, graph, engine, mode, status, started_by,
    origin_run_id, rerun_of, begin_at, again, trigger, deal_id, document_number, counterparty_inn, counterparty_name, started_at, updated_at)
  SELECT $1, workspace_id, scenario_id, $3, $4, $5, graph, $6, mode, 'accepted', 'rerun', origin_run_id, id, $7::jsonb, $8::int,
    coalesce($9::jsonb, trigger), deal_id, CASE WHEN again = $8::int THEN document_number END, counterparty_inn, counterparty_name, $10, $10
    FROM run WHERE id = $2`;

const TAKE_OVER = `
  INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, input, output, port, attempt, attempts, fault,
    started_at, ended_at)
  SELECT $1, workspace_id, node_id, visit, row_number() OVER (ORDER BY seq) - count(*) OVER (), status, effect, key, input, output, port,
    attempt, attempts, fault, started_at, ended_at
    FROM step WHERE run_id = $2 AND seq < $3::float8 AND status IN ('done', 'skipped')`;

const MOVE_WAIT = `
  INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, status, deadline_at, offers, facts)
  SELECT $1, workspace_id, $3, node_id, visit, event, key, token, 'open', $4::timestamptz + (deadline_at - opened_at), offers, facts
    FROM wait WHERE id = $2`;
