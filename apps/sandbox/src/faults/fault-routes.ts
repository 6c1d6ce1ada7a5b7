import type { FastifyInstance } from 'fastify';

import type { StandInId } from '../server/stand-in-id.js';
import type { FaultBoard } from './fault-board.js';
import { FAULT_KINDS, type FaultOrder } from './fault.js';

const SYSTEMS: readonly StandInId[] = ['diadoc', 'bitrix24', 'onec'];
const text = { type: 'string', minLength: 1, maxLength: 200 } as const;
const orderSchema = {
  type: 'object',
  required: ['system', 'kind'],
  additionalProperties: false,
  properties: {
    system: { enum: SYSTEMS },
    kind: { enum: FAULT_KINDS },
    match: { type: 'object', additionalProperties: false, properties: { method: text, path: text } },
    times: { type: 'integer', minimum: 1 },
    delayMs: { type: 'integer', minimum: 0 },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    retryAfterSec: { type: 'integer', minimum: 0 },
  },
} as const;

/** `GET | POST | DELETE /sandbox/faults`, `DELETE /sandbox/faults/:id`, and the same for the page's forms. */
export const registerFaultRoutes = (app: FastifyInstance, board: FaultBoard): void => {
  app.get('/sandbox/faults', async () => board.list());
  app.post<{ Body: FaultOrder }>('/sandbox/faults', { schema: { body: orderSchema } }, async (request, reply) =>
    reply.code(201).send(board.arm(request.body)),
  );
  app.delete('/sandbox/faults', async (_request, reply) => {
    board.clear();
    return reply.code(204).send();
  });
  app.delete<{ Params: { id: string } }>('/sandbox/faults/:id', async (request, reply) => {
    board.disarm(request.params.id);
    return reply.code(204).send();
  });
  app.post<{ Body: Record<string, string> }>('/page/faults', async (request, reply) => {
    const order = orderOfForm(request.body);
    if (order) board.arm(order);
    return reply.redirect('/?tab=faults', 303);
  });
  app.post<{ Body: { id?: string } }>('/page/faults/disarm', async (request, reply) => {
    if (request.body.id) board.disarm(request.body.id);
    else board.clear();
    return reply.redirect('/?tab=faults', 303);
  });
};

const orderOfForm = (form: Record<string, string>): FaultOrder | undefined => {
  const system = SYSTEMS.find((one) => one === form.system);
  const kind = FAULT_KINDS.find((one) => one === form.kind);
  if (!system || !kind) return undefined;
  return {
    system,
    kind,
    ...(form.path ? { match: { path: form.path } } : {}),
    ...numberField('times', form.times),
    ...numberField('delayMs', form.delayMs),
    ...numberField('status', form.status),
    ...numberField('retryAfterSec', form.retryAfterSec),
  };
};

const numberField = (name: 'times' | 'delayMs' | 'status' | 'retryAfterSec', value: string | undefined) =>
  value && /^\d{1,7}$/.test(value) ? { [name]: Number(value) } : {};
