import type { RunMode, RunStatus, RunView, Scenario, StepPlace } from '@potok/contracts';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import { likeAnywhere } from '../like.js';
import { OF_THIS_WORKSPACE } from '../of-this-workspace.js';

/** A run with the words that its list and page show. `waiting` and `fault` are as the engine wrote them. */
export interface RunSummary {
  readonly id: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly versionNumber: number;
  readonly versionId: string;
  readonly status: RunStatus;
  readonly mode: RunMode;
  readonly originRunId: string;
  readonly again: number;
  readonly rerunOf: string | null;
  readonly beginAt: StepPlace | null;
  /** Of the run that it repeats. */
  readonly againBefore: number | null;
  readonly graph: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly startedBy: RunView['startedBy'];
  readonly inboxId: string | null;
  readonly dealId: string | null;
  readonly documentNumber: string | null;
  readonly counterpartyInn: string | null;
  readonly counterpartyName: string | null;
  readonly waiting: unknown;
  readonly fault: unknown;
  /** The drawing of its version: names of nodes. */
  readonly nodes: Scenario['nodes'];
}

export interface RunFilter {
  readonly statuses?: readonly RunStatus[];
  readonly scenarioId?: string;
  readonly versionId?: string;
  readonly mode?: RunMode;
  /** Part of a document number, an ИНН or a deal id. */
  readonly search?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export const RUN_SUMMARY = `
  SELECT r.id, r.scenario_id AS "scenarioId", coalesce(s.name, '') AS "scenarioName", v.number AS "versionNumber",
         r.version_id AS "versionId", r.status, r.mode, r.origin_run_id AS "originRunId", r.again,
         r.rerun_of AS "rerunOf", r.begin_at AS "beginAt", before.again AS "againBefore", r.graph, r.started_at AS "startedAt", r.ended_at AS "endedAt",
         r.started_by AS "startedBy", r.inbox_id AS "inboxId", r.deal_id AS "dealId",
         r.document_number AS "documentNumber", r.counterparty_inn AS "counterpartyInn",
         r.counterparty_name AS "counterpartyName", r.waiting, r.fault,
         v.scenario->'nodes' AS nodes
    FROM run r
    JOIN scenario_version v ON v.id = r.version_id
    LEFT JOIN scenario s ON s.id = r.scenario_id
    LEFT JOIN run before ON before.id = r.rerun_of`;

/** The WHERE of a list: every part is a condition with its values, numbered in order. */
export const conditionsOf = (
  filter: RunFilter & { readonly before?: string },
): { where: string; values: unknown[] } => {
  const values: unknown[] = [];
  const parts: string[] = [OF_THIS_WORKSPACE('r')];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(condition(`$${values.length}`));
  };
  add(filter.statuses, (at) => statusIs(filter.statuses ?? [], at));
  add(filter.scenarioId, (at) => `r.scenario_id = ${at}::uuid`);
  add(filter.versionId, (at) => `r.version_id = ${at}::uuid`);
  add(filter.mode, (at) => `r.mode = ${at}::text`);
  add(filter.from, (at) => `r.started_at >= ${at}::timestamptz`);
  add(filter.to, (at) => `r.started_at < ${at}::timestamptz`);
  add(filter.before, (at) => `r.id < ${at}::uuid`);
  add(
    likeAnywhere(filter.search) ?? undefined,
    (at) =>
      `(r.document_number ILIKE ${at} OR r.counterparty_inn LIKE ${at} OR r.deal_id LIKE ${at} OR r.counterparty_name ILIKE ${at})`,
  );
  return { where: `WHERE ${parts.join(' AND ')}`, values };
};

const isEnd = (status: RunStatus): boolean => (RUN_END_STATUSES as readonly RunStatus[]).includes(status);

/** Ends are found by their index, and what goes on among the few that go on; no index holds a status that changes. */
const statusIs = (statuses: readonly RunStatus[], at: string): string => {
  if (statuses.every(isEnd)) return `r.ended_as = ANY(${at}::text[])`;
  const among = statuses.some(isEnd) ? '' : 'r.ended_at IS NULL AND ';
  return `${among}r.status = ANY(${at}::text[])`;
};
