import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { Page, RunView, Scenario, ScenarioView } from '@potok/contracts';
import { line, promptBuyer as buyer } from '../faults/orders.js';
import { sendScenario } from '../faults/send-scenario.js';
import { potok, readStack, until } from '../support/stack.js';

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly code: string; readonly detail: string; readonly node?: string }[];
}

const DAY_MS = 86_400_000;
/** A sentence for a person: Russian, with an end. */
const SENTENCE = /[А-ЯЁа-яё]{3}.*[.…]$/s;

const bindingOf = () => {
  const { demo } = readStack();
  return { slots: { edo: demo.connections.edo, accounting: demo.connections.accounting }, parameters: {} };
};
const createScenario = async (draft: Scenario) =>
  (await potok<ScenarioView>('POST', 'scenarios', { body: { draft, binding: bindingOf() } })).id;

/** The answer as a caller sees it, whatever its status. */
const ask = async (path: string, body: string): Promise<Problem> => {
  const { publicUrl, demo } = readStack();
  const answer = await fetch(`${publicUrl}/api/workspaces/${demo.workspaceId}/${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${demo.apiToken}`, 'content-type': 'application/json' },
  });
  const problem = (await answer.json()) as Partial<Problem>;
  return { errors: [], detail: '', ...problem, status: answer.status };
};

let scenarioId = '';
beforeAll(async () => {
  scenarioId = await createScenario(sendScenario);
  await potok('POST', `scenarios/${scenarioId}/publish`, { body: {} });
}, 120_000);

const order = async (data: unknown): Promise<RunView> => {
  const list = async () => (await potok<Page<RunView>>('GET', `runs?scenarioId=${scenarioId}&limit=100`)).items;
  const before = new Set((await list()).map(({ id }) => id));
  await potok('POST', `scenarios/${scenarioId}/api-runs`, {
    body: { data },
    headers: { 'idempotency-key': randomUUID() },
  });
  const mine = async () => (await list()).find(({ id }) => !before.has(id));
  return (await until('the run stops for a person', mine, {
    isEnough: (run) => run?.status === 'needs-a-person',
  })) as RunView;
};

describe('an order that no document can be made of', () => {
  it.each<[string, object, RegExp]>([
    ['a price with a comma', { lines: [{ ...line, priceWithoutVat: '100,00' }] }, /Цена без НДС.*"1200\.50"/],
    ['a quantity that is no text', { lines: [{ ...line, quantity: 2 }] }, /Количество.*"1200\.50"/],
    ['НДС 19 %', { lines: [{ ...line, vatRate: '19' }] }, /Строка 1: ставки НДС 19 % не бывает\. Выберите 22/],
    ['no lines', { lines: [] }, /нет строк\. Добавьте/],
    ['a wrong ИНН', { buyer: { ...buyer, inn: '7707083894' } }, /ИНН «7707083894» неверный.*опечатки/],
    [
      'an unknown buyer',
      { buyer: { ...buyer, inn: '7707083893', kpp: '773601001' } },
      /7707083893.*Проверьте реквизиты/,
    ],
    ['a negative quantity', { lines: [{ ...line, quantity: '-2' }] }, /Строка 1: количество -2/],
    ['a name of 5,000 letters', { lines: [{ ...line, name: 'я'.repeat(5000) }] }, /Строка 1.*5000.*Сократите/],
    ['a sign that no file holds', { lines: [{ ...line, name: 'Товар 😀' }] }, /Строка 1.*😀.*замените/],
  ])(
    '%s: stops for a person with a sentence that names the field and the way out',
    async (_, over, told) => {
      const run = await order({ buyer, lines: [line], ...over });
      expect(run.fault?.detail).toMatch(told);
      expect(run.fault?.detail).toMatch(SENTENCE);
    },
    120_000,
  );
});

describe('a certificate that has expired', () => {
  /** The processes look at the file ten times a second. */
  const moveClock = async (ms: number) => {
    writeFileSync(readStack().clockOffsetFile, String(ms));
    await new Promise((done) => setTimeout(done, 500));
  };
  const resetClock = () => rmSync(readStack().clockOffsetFile, { force: true });
  afterAll(resetClock);

  it('signs nothing and says which certificate is to be renewed', async () => {
    await moveClock(400 * DAY_MS);
    const run = await order({ buyer, lines: [line] });
    resetClock();
    expect(run.fault?.detail).toMatch(/[Сс]ертификат/);
    expect(run.fault?.detail).toMatch(SENTENCE);
  }, 120_000);
});

describe('a drawing that cannot run', () => {
  const withLines = (cel: string): Scenario => ({
    ...sendScenario,
    nodes: sendScenario.nodes.map((node) =>
      node.id === 'upd' ? { ...node, params: { ...node.params, lines: { $cel: cel } } } : node,
    ),
  });
  const circle: Scenario = {
    ...sendScenario,
    nodes: sendScenario.nodes.slice(0, 2),
    edges: [
      ...sendScenario.edges.slice(0, 1),
      { id: 'back', from: { node: 'upd', port: 'done' }, to: { node: 'upd' } },
    ],
  };
  const strange: Scenario = {
    ...sendScenario,
    nodes: sendScenario.nodes.map((node) => (node.id === 'upd' ? { ...node, type: 'edo.build-upx' } : node)),
  };

  it.each<[string, Scenario, string]>([
    ['an unknown node', strange, 'NODE_TYPE_UNKNOWN'],
    ['a circle without a wait', circle, 'CYCLE_WITHOUT_WAIT'],
    ['a formula of 80,000 signs', withLines('trigger.lines.'.repeat(6000)), 'CEL_TOO_LONG'],
    ['1,900 brackets', withLines(`${'('.repeat(1900)}1${')'.repeat(1900)}`), 'CEL_TOO_BIG'],
    ['three loops in each other', withLines('[1].map(a, [1].map(b, [1].map(c, c)))'), 'CEL_LOOPS_TOO_DEEP'],
    ['a pattern that may never end', withLines('"aaa".matches("(a+)+$")'), 'CEL_FUNCTION_REFUSED'],
  ])(
    '%s: is not published, and the node is named',
    async (_, draft, code) => {
      const { status, errors } = await ask(`scenarios/${await createScenario(draft)}/publish`, '{}');
      expect(status).toBe(422);
      expect(errors).toContainEqual(expect.objectContaining({ code, node: 'upd' }));
      for (const { detail } of errors) expect(detail).toMatch(SENTENCE);
    },
    120_000,
  );

  it('stops for a person when a formula works through more than it may', async () => {
    const id = await createScenario(withLines('trigger.lines.map(a, trigger.lines.map(b, a + b)).map(x, x[0])'));
    await potok('POST', `scenarios/${id}/publish`, { body: {} });
    await potok('POST', `scenarios/${id}/api-runs`, {
      body: { data: { buyer, lines: Array.from({ length: 20_000 }, (__, at) => at) } },
      headers: { 'idempotency-key': randomUUID() },
    });
    const find = async () => (await potok<Page<RunView>>('GET', `runs?scenarioId=${id}`)).items[0];
    const run = await until('the run stops for a person', find, {
      isEnough: (one) => one?.status === 'needs-a-person',
    });
    expect(run?.fault?.detail).toMatch(SENTENCE);
  }, 90_000);
});

describe('a body that cannot be read', () => {
  it.each<[string, string, number]>([
    ['20 MB', JSON.stringify({ draft: 'a'.repeat(20_000_000) }), 413],
    ['7 MB', JSON.stringify({ draft: 'a'.repeat(7_000_000) }), 413],
    ['1,000 levels', `{"draft":${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}}`, 400],
    ['half of a JSON', '{"draft": ', 400],
  ])(
    '%s: is refused with a sentence',
    async (_, body, status) => {
      const problem = await ask('scenarios', body);
      expect([problem.status, problem.detail]).toEqual([status, expect.stringMatching(SENTENCE)]);
    },
    120_000,
  );
});
