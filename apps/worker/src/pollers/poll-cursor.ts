import { asFault } from '@potok/contracts';
import type { CursorRepository, CursorRow, NewInboxRow, RelayRepository } from '@potok/persistence/engine';
import type { OpenConnections } from '../connections/open-connections.js';
import { crew } from '../duties/crew.js';
import { WATCHED_IDLE_MS, type Duty } from '../duties/duty.js';

export interface PollParts {
  readonly relay: RelayRepository;
  readonly cursors: CursorRepository;
  readonly connections: OpenConnections;
  readonly holder: string;
  readonly leaseMs: number;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
  readonly readers: Readonly<Record<CursorRow['kind'], CursorReader>>;
}

/** Reads what is new after a cursor. `isMore`: read on at once. */
export interface CursorReader {
  readonly everyMs: number;
  read(given: {
    readonly cursor: CursorRow;
    readonly workspaceId: string;
    readonly client: unknown;
    readonly signal: AbortSignal;
  }): Promise<{ readonly value: string | null; readonly rows: readonly NewInboxRow[]; readonly isMore: boolean }>;
}

const MOST_AT_ONCE = 10;
const MAX_PAUSE_MS = 5 * 60_000;

/** Boxes of operators and sweeps of CRMs: one poller each by a leased cursor, however many workers run. */
export const pollersDuty = (parts: PollParts): Duty =>
  crew({
    name: 'pollers',
    idleMs: WATCHED_IDLE_MS,
    most: MOST_AT_ONCE,
    take: (limit) => parts.relay.claimCursors(parts.holder, limit, parts.leaseMs),
    each: (claim) => pollOne(parts, claim),
    onError: (error) => {
      parts.log('pollers.stalled', { error: String(error) });
    },
  });

const pollOne = async (
  parts: PollParts,
  claim: { readonly id: string; readonly workspace_id: string; readonly fence: string },
): Promise<void> => {
  const workspaceId = claim.workspace_id;
  const cursor = await parts.cursors.find(workspaceId, claim.id);
  if (cursor === undefined) return;
  const reader = parts.readers[cursor.kind];
  try {
    const client = await parts.connections.open(workspaceId, cursor.connection_id);
    const signal = AbortSignal.timeout(parts.leaseMs * 0.8);
    const { value, rows, isMore } = await reader.read({ cursor, workspaceId, client, signal });
    const isOurs = await parts.cursors.advance(workspaceId, {
      id: cursor.id,
      fence: claim.fence,
      value,
      rows,
      nextInMs: isMore ? 0 : reader.everyMs,
    });
    if (!isOurs) parts.log('pollers.lease-lost', { cursorId: cursor.id });
  } catch (error) {
    const fault = asFault(error);
    parts.log('pollers.failed', { cursorId: cursor.id, code: fault.code, technical: fault.technical });
    const pauseMs = Math.max(
      fault.retryAfterMs ?? 0,
      Math.min(1000 * 2 ** Math.min(cursor.failures, 10), MAX_PAUSE_MS),
    );
    await parts.cursors.fail(workspaceId, {
      id: cursor.id,
      fence: claim.fence,
      fault: { code: fault.code, facts: fault.facts },
      nextInMs: pauseMs,
    });
  }
};
