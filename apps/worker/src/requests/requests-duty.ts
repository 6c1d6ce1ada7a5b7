import { asFault, type Fault } from '@potok/contracts';
import type { RelayRepository, RequestRepository, RequestRow } from '@potok/persistence/engine';
import { pump, type Duty } from '../duties/duty.js';

/** What the worker does for the API. Throws a NodeFault to refuse. */
export type RequestHandler = (workspaceId: string, request: RequestRow) => Promise<unknown>;

export interface RequestParts {
  readonly relay: RelayRepository;
  readonly requests: RequestRepository;
  readonly handlers: Readonly<Record<string, RequestHandler>>;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

const BATCH = 20;

/** Answers the API's requests: commands to runs, checks of connections, lists. */
export const requestsDuty = (parts: RequestParts): Duty =>
  pump({
    name: 'requests',
    idleMs: 1000,
    work: async () => {
      const rows = await parts.relay.listNewRequests(BATCH);
      await Promise.all(
        rows.map((row) =>
          parts.requests.answer(row.workspace_id, row.id, (request) => answerOf(parts, row.workspace_id, request)),
        ),
      );
      return rows.length;
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
