// Scenarios that are drawn by code.
const node = (id, type, over = {}) => ({
  ...{ id, type, typeVersion: 1, name: id, params: {}, position: { x: 0, y: 0 } },
  ...over,
});

const drawingOf = (name, { nodes, links, slots = [] }) => ({
  ...{ schemaVersion: 1, name, slots, parameters: [], nodes },
  edges: links.map(([from, port, to], at) => ({ id: `e${at}`, from: { node: from, port }, to: { node: to } })),
});

/** Its trigger asks for a field that no document of the bench has: a call is stored and admitted, and starts nothing. */
export const unfitScenario = () =>
  drawingOf('Приём без запуска', {
    nodes: [
      node('start', 'trigger.webhook', {
        params: {
          proof: { kind: 'none' },
          sameAs: '/id',
          schema: { type: 'object', properties: { absent: { type: 'string' } }, required: ['absent'] },
        },
      }),
      node('map', 'data.map', { params: { output: { absent: { $cel: 'trigger.body.absent' } } } }),
    ],
    links: [['start', 'done', 'map']],
  });
