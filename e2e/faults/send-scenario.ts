import type { Scenario } from '@potok/contracts';
import { node } from '../support/drawing.js';

const edge = (from: string, port: string, to: string) => ({
  id: `${from}_${port}`,
  from: { node: from, port },
  to: { node: to },
});

/** Comes again soon, so that a fault that has passed is not waited for. */
const soon = { retry: { maxAttempts: 1000, firstDelaySec: 0.3, factor: 1.5, maxDelaySec: 3 } };
/** What hangs at the outside is given up in seconds; OUTSIDE_KINDS goes by it. */
const impatient = { ...soon, timeoutSec: 12 };

/** From an order given by the API to a posted document, without a CRM: for counting what is lost and doubled. */
export const sendScenario: Scenario = {
  schemaVersion: 1,
  name: 'Отправка по заказу из API',
  slots: [
    { id: 'edo', gateway: 'operator', title: 'Оператор' },
    { id: 'accounting', gateway: 'accounting', title: 'Учёт' },
  ],
  parameters: [],
  nodes: [
    node('start', 'trigger.api', {
      position: { x: 0, y: 0 },
      params: {
        schema: {
          type: 'object',
          properties: { buyer: { type: 'object' }, lines: { type: 'array' } },
          required: ['buyer', 'lines'],
        },
      },
    }),
    node('upd', 'edo.build-upd', {
      ...soon,
      position: { x: 256, y: 0 },
      slot: 'edo',
      params: { buyer: { $cel: 'trigger.buyer' }, lines: { $cel: 'trigger.lines' } },
    }),
    node('sign', 'edo.sign', { position: { x: 512, y: 0 }, params: { documentId: { $cel: 'steps.upd.documentId' } } }),
    node('send', 'edo.send', {
      ...impatient,
      position: { x: 768, y: 0 },
      slot: 'edo',
      legalReason: 'Проверка сбоев',
      params: {
        documentId: { $cel: 'steps.upd.documentId' },
        boxId: { $cel: 'steps.upd.boxId' },
        toBoxId: { $cel: 'steps.upd.toBoxId' },
      },
    }),
    node('answer', 'edo.await-answer', {
      position: { x: 1024, y: 0 },
      params: { documentId: { $cel: 'steps.upd.documentId' } },
    }),
    node('post', 'accounting.post-document', {
      ...impatient,
      position: { x: 1280, y: 0 },
      slot: 'accounting',
      params: { documentId: { $cel: 'steps.upd.documentId' } },
    }),
  ],
  edges: [
    edge('start', 'done', 'upd'),
    edge('upd', 'done', 'sign'),
    edge('sign', 'signed', 'send'),
    edge('send', 'done', 'answer'),
    edge('answer', 'accepted', 'post'),
  ],
};
