import { likeAnywhere } from '../like.js';
import { OF_THIS_WORKSPACE } from '../of-this-workspace.js';

export const RETRY_KIND = 'retry';

export interface WaitFilter {
  /** With a time to look at, or without one. */
  readonly isDated: boolean;
  readonly from?: Date;
  readonly until?: Date;
  readonly kind?: string;
  readonly scenarioId?: string;
  /** Part of the name or the ИНН of the other side, of a document's number or a deal id. */
  readonly search?: string;
}

/** Where a page goes on: after the row with this time (microseconds of the epoch, absent in what has no time) and id. */
export interface WaitPlace {
  readonly us?: string;
  readonly id: string;
}

/** The two places where a run stands still: its open waits, and steps that will be tried again. */
export interface WaitSource {
  readonly from: string;
  readonly id: string;
  readonly at: string;
  readonly base: string;
  readonly columns: string;
}

export const openWaits: WaitSource = {
  from: 'wait w',
  id: 'w.id::text COLLATE "C"',
  at: 'w.deadline_at',
  base: `w.status = 'open'`,
  columns: `w.event AS kind, w.opened_at AS since, NULL::int AS attempts,
    NOT EXISTS (SELECT FROM step s WHERE s.run_id = w.run_id AND s.node_id = w.node_id AND s.visit = w.visit AND s.status = 'waiting') AS "isAhead"`,
};

export const nextTries: WaitSource = {
  from: 'step w',
  id: `(w.run_id || '~' || w.node_id || '~' || w.visit) COLLATE "C"`,
  at: 'w.next_try_at',
  base: `w.next_try_at IS NOT NULL AND w.status = 'retrying'`,
  columns: `'${RETRY_KIND}' AS kind, w.started_at AS since, jsonb_array_length(w.attempts) AS attempts, false AS "isAhead"`,
};

interface Conditions {
  readonly where: string;
  readonly values: unknown[];
}

const SUBJECTS = ['counterparty_name', 'counterparty_inn', 'document_number', 'deal_id'] as const;

/** The WHERE of a list of one source: every part is a condition with its values, numbered in order. */
export const waitConditions = (source: WaitSource, filter: WaitFilter & { readonly after?: WaitPlace }): Conditions => {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { from, until, kind, scenarioId, search, isDated, after } = filter;
  const like = likeAnywhere(search);
  const parts = [OF_THIS_WORKSPACE('w'), source.base, `${source.at} IS ${isDated ? 'NOT ' : ''}NULL`];
  if (from !== undefined) parts.push(`${source.at} >= ${bind(from)}::timestamptz`);
  if (until !== undefined) parts.push(`${source.at} < ${bind(until)}::timestamptz`);
  if (kind !== undefined && source === openWaits) parts.push(`w.event = ${bind(kind)}`);
  if (scenarioId !== undefined) parts.push(ofRun(`r.scenario_id = ${bind(scenarioId)}::uuid`));
  if (like !== null) parts.push(ofRun(isAbout(bind(like))));
  if (after !== undefined) parts.push(...afterPlace(source, after, bind));
  return { where: `WHERE ${parts.join(' AND ')}`, values };
};

/** Runs that have ended wait for nothing. */
const ofRun = (condition: string): string =>
  `w.run_id IN (SELECT r.id FROM run r WHERE r.ended_at IS NULL AND ${OF_THIS_WORKSPACE('r')} AND (${condition}))`;

const isAbout = (pattern: string): string => SUBJECTS.map((field) => `r.${field} ILIKE ${pattern}`).join(' OR ');

/** The time first, so that the index of times goes on from there; the id tells apart what lies at one time. */
const afterPlace = (source: WaitSource, { us, id }: WaitPlace, bind: (value: unknown) => string): readonly string[] => {
  const isLater = `${source.id} > ${bind(id)}`;
  if (us === undefined) return [isLater];
  const at = `'epoch'::timestamptz + ${bind(us)}::bigint * interval '1 microsecond'`;
  return [`${source.at} >= ${at}`, `(${source.at} > ${at} OR ${isLater})`];
};
