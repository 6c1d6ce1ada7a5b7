import { setTimeout as sleep } from 'node:timers/promises';
import { asFault, type Fault } from '@potok/contracts';
import type { RelayRepository, RequestRepository, RequestRow } from '@potok/persistence/engine';
import { crew } from '../duties/crew.js';
import { WATCHED_IDLE_MS, type Duty } from '../duties/duty.js';

/** What the worker does for the API. Throws a NodeFault to refuse. */
export type RequestHandler = (workspaceId: string, request: RequestRow) => Promise<unknown>;

export interface RequestParts {
  readonly relay: RelayRepository;
  readonly requests: RequestRepository;
  readonly handlers: Readonly<Record<string, RequestHandler>>;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

// Each holds a connection of the pool until it is answered, and needs another for its work.
const MOST_AT_ONCE = 8;
const OF_OTHERS_MS = 1000;

/** Answers the API's requests: commands to runs, checks of connections, lists. A slow check delays no command. */
export const requestsDuty = (parts: RequestParts): Duty =>
  crew({
    name: 'requests',
    idleMs: WATCHED_IDLE_MS,
    most: MOST_AT_ONCE,
    take: (limit, inHand) => parts.relay.listNewRequests(limit, [...inHand]),
    each: async ({ id, workspace_id: workspaceId }) => {
      const isOurs = await parts.requests.answer(workspaceId, id, (request) => answerOf(parts, workspaceId, request));
      // Another worker has it in hand: not looked at again and again until that one is done.
      if (!isOurs) await sleep(OF_OTHERS_MS);
    },
    onError: (error) => {
      parts.log('requests.stalled', { error: String(error) });
    },
  });

const answerOf = async (
  parts: RequestParts,
  workspaceId: string,
  request: RequestRow,
): Promise<{ isDone: boolean; answer: unknown }> => {
  const handler = parts.handlers[request.kind];
  if (handler === undefined)
    return {
      isDone: false,
      answer: { kind: 'broken', code: 'REQUEST_UNKNOWN', facts: { kind: request.kind } } satisfies Fault,
    };
  try {
    return { isDone: true, answer: (await handler(workspaceId, request)) ?? null };
  } catch (error) {
    const fault = asFault(error);
    parts.log('requests.refused', { requestId: request.id, code: fault.code, technical: fault.technical });
    return { isDone: false, answer: fault };
  }
};
