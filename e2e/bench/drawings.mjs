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

/** Texts in, by hand or by the API. */
const trigger = (properties) =>
  node('start', 'trigger.api', {
    params: { schema: { type: 'object', properties, required: Object.keys(properties) } },
  });
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const http = (id, url, params = {}) =>
  node(id, 'http.request', { params: { method: 'POST', url, ...params }, timeoutSec: 60 });
const MAPS_A_SEGMENT = 8;

/** One segment of ten steps: eight maps, a call to the operator, the wait for its call back. */
const segmentOf = (base, at) => {
  const maps = Array.from({ length: MAPS_A_SEGMENT }, (_, index) =>
    node(`map${at}_${index}`, 'data.map', { params: { output: { value: { $tpl: `{{trigger.id}} ${at} ${index}` } } } }),
  );
  const headers = {
    'X-Callback-Url': { $cel: `waits.wait${at}.url` },
    'X-Document-Id': { $tpl: `{{trigger.id}}-${at}` },
  };
  return [
    ...maps.map((one) => [one, 'done']),
    [http(`send${at}`, `${base}/operator`, { headers, json: { $cel: `steps.map${at}_0` } }), 'done'],
    [node(`wait${at}`, 'flow.await-callback'), 'received'],
  ];
};

/** 200 steps in `segments` segments, one after another. */
export const longScenario = (base, segments = 20) => {
  const chain = [
    [trigger({ id: text }), 'done'],
    ...Array.from({ length: segments }, (_, at) => segmentOf(base, at)).flat(),
  ];
  return drawingOf('Двести шагов', {
    nodes: chain.map(([one]) => one),
    links: chain.slice(1).map(([to], at) => [chain[at][0].id, chain[at][1], to.id]),
  });
};

const eachOf = (name, body, over = {}) =>
  drawingOf(name, {
    nodes: [
      trigger({ lines: texts }),
      node('each', 'flow.for-each', { params: { items: { $cel: 'trigger.lines' }, ...over } }),
      body,
    ],
    links: [
      ['start', 'done', 'each'],
      ['each', 'item', body.id],
    ],
  });
/** A for-each whose body only computes, line after line. */
export const pureEach = () =>
  eachOf('По строкам', node('map', 'data.map', { params: { output: { value: { $tpl: '{{item}}, {{itemIndex}}' } } } }));
/** A for-each whose body calls the outside, ten lines at a time. */
export const httpEach = (base) =>
  eachOf('По строкам наружу', http('call', `${base}/sink`, { json: { line: { $cel: 'item' } } }), { window: 10 });

const FORKS = 5;
const ARMS = 20;
const names = (count) => Array.from({ length: count }, (_, at) => `b${at}`);
const joinAll = (id) => node(id, 'flow.join', { params: { mode: 'all' } });
const forkOf = (id, count) => node(id, 'flow.parallel', { params: { branches: names(count) } });

/** A hundred branches: a fork has twenty at most, so five forks stand beside each other. */
export const wideScenario = (base) => {
  const inner = Array.from({ length: FORKS }, (_, at) => {
    const calls = names(ARMS).map((port) => http(`call${at}${port}`, `${base}/sink`, { json: { port } }));
    return {
      nodes: [forkOf(`fork${at}`, ARMS), ...calls, joinAll(`join${at}`)],
      links: calls.flatMap((call, arm) => [
        [`fork${at}`, `b${arm}`, call.id],
        [call.id, 'done', `join${at}`],
      ]),
    };
  });
  return drawingOf('Сто ветвей', {
    nodes: [trigger({ id: text }), forkOf('fork', FORKS), ...inner.flatMap(({ nodes }) => nodes), joinAll('join')],
    links: [
      ['start', 'done', 'fork'],
      ...inner.flatMap(({ links }, at) => [['fork', `b${at}`, `fork${at}`], ...links, [`join${at}`, 'done', 'join']]),
    ],
  });
};

/** With this the title of 5,000 lines is five megabytes. */
const LONG_NAME = 'с длинным названием, как его пишут в спецификациях, '.repeat(16).trim();

/** A УПД of as many lines as the run is started with: built, signed, sent. */
export const updScenario = (buyer) => {
  const line = {
    ...{ id: { $tpl: '{{lineIndex}}' }, name: { $tpl: `{{line}} ${LONG_NAME}` }, quantity: '3', unitCode: '796' },
    ...{ unitName: 'шт', priceWithoutVat: '1000.00', priceWithVat: '1220.00', vatRate: '22' },
    ...{ isVatIncluded: false, isService: false },
  };
  const build = node('upd', 'edo.build-upd', {
    slot: 'edo',
    params: { buyer, currency: 'RUB', lines: { $each: 'trigger.lines', as: 'line', do: line } },
  });
  const sign = node('sign', 'edo.sign', {
    params: { documentId: { $cel: 'steps.upd.documentId' }, certificateId: { $cel: 'steps.upd.certificateId' } },
  });
  const send = node('send', 'edo.send', {
    slot: 'edo',
    legalReason: 'Документ стенда.',
    params: {
      documentId: { $cel: 'steps.upd.documentId' },
      boxId: { $cel: 'steps.upd.boxId' },
      toBoxId: { $cel: 'steps.upd.toBoxId' },
    },
  });
  return drawingOf('Большой УПД', {
    slots: [{ id: 'edo', gateway: 'operator', title: 'Оператор' }],
    nodes: [trigger({ lines: texts }), build, sign, send],
    links: [
      ['start', 'done', 'upd'],
      ['upd', 'done', 'sign'],
      ['sign', 'signed', 'send'],
    ],
  });
};
