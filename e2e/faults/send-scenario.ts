import type { Scenario } from '@potok/contracts';

const node = (
  id: string,
  type: string,
  x: number,
  over: Partial<Scenario['nodes'][number]>,
): Scenario['nodes'][number] => ({
  id,
  type,
  typeVersion: 1,
  name: id,
  params: {},
  position: { x, y: 0 },
  ...over,
});
const edge = (from: string, port: string, to: string) => ({
  id: `${from}_${port}`,
  from: { node: from, port },
  to: { node: to },
});

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
    node('start', 'trigger.api', 0, {
      params: {
        schema: {
          type: 'object',
          properties: { buyer: { type: 'object' }, lines: { type: 'array' } },
          required: ['buyer', 'lines'],
        },
      },
    }),
    node('upd', 'edo.build-upd', 256, {
      slot: 'edo',
      params: { buyer: { $cel: 'trigger.buyer' }, lines: { $cel: 'trigger.lines' } },
    }),
    node('sign', 'edo.sign', 512, { params: { documentId: { $cel: 'steps.upd.documentId' } } }),
    node('send', 'edo.send', 768, {
      slot: 'edo',
      legalReason: 'Проверка сбоев',
      params: {
        documentId: { $cel: 'steps.upd.documentId' },
        boxId: { $cel: 'steps.upd.boxId' },
        toBoxId: { $cel: 'steps.upd.toBoxId' },
      },
    }),
    node('answer', 'edo.await-answer', 1024, { params: { documentId: { $cel: 'steps.upd.documentId' } } }),
    node('post', 'accounting.post-document', 1280, {
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
