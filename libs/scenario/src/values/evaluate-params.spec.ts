import { describe, expect, it } from '@jest/globals';
import { collectReferences } from './collect-references.js';
import { evaluateParams } from './evaluate-params.js';
import type { Scope } from './scope.js';

const aScope = (over: Partial<Scope> = {}): Scope => ({
  trigger: {
    deal: {
      id: '7',
      amount: '120.50',
      count: 3,
      lines: [
        { name: 'Стол', price: '10.10' },
        { name: 'Стул', price: '2' },
      ],
    },
  },
  steps: { build: { documentId: 'd-1', note: null } },
  params: { vat: '22' },
  run: { id: 'r-1', startedAt: '2026-03-06T10:00:00Z', mode: 'live' },
  waits: { cb: { url: 'https://potok.example/hooks/x' } },
  now: new Date('2026-03-06T21:30:00Z'),
  ...over,
});
const faultOf = (params: unknown, over: Partial<Scope> = {}): unknown => {
  try {
    evaluateParams(params, aScope(over));
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('evaluateParams', () => {
  it('leaves literals as they are', () => {
    const params = { text: 'просто', number: 1.5, list: [1, null, { a: true }] };
    expect(evaluateParams(params, aScope())).toEqual(params);
  });

  it('works out expressions, templates and lists at any depth', () => {
    const params = {
      documentId: { $cel: 'steps.build.documentId' },
      total: { $cel: 'sumOf(trigger.deal.lines, "price") + dec(trigger.deal.amount)' },
      text: { $tpl: 'Счёт {{trigger.deal.id}} на {{money trigger.deal.amount}} ₽' },
      lines: {
        $each: 'trigger.deal.lines',
        do: {
          name: { $cel: 'line.name' },
          number: { $cel: 'lineIndex + 1' },
          vat: { $cel: 'vatOf(line.price, params.vat)' },
        },
      },
    };
    expect(evaluateParams(params, aScope())).toEqual({
      documentId: 'd-1',
      total: '132.6',
      text: 'Счёт 7 на 120,50 ₽',
      lines: [
        { name: 'Стол', number: 1, vat: '2.22' },
        { name: 'Стул', number: 2, vat: '0.44' },
      ],
    });
  });

  it('knows the run, open waits, parameters and the item of a loop', () => {
    const params = { $cel: '[run.mode, waits.cb.url, params.vat, item.sku, string(itemIndex)]' };
    const scope = aScope({ item: { sku: 'A1' }, itemIndex: 4 });
    expect(evaluateParams(params, scope)).toEqual(['live', 'https://potok.example/hooks/x', '22', 'A1', '4']);
  });

  it('nests lists and keeps the names of the outer one', () => {
    const params = {
      $each: 'trigger.deal.lines',
      as: 'a',
      do: { $each: '[1, 2]', as: 'b', do: { $cel: 'a.name + string(b)' } },
    };
    expect(evaluateParams(params, aScope())).toEqual([
      ['Стол1', 'Стол2'],
      ['Стул1', 'Стул2'],
    ]);
  });

  it('leaves a field out when its value is an empty optional', () => {
    expect(evaluateParams({ a: { $cel: 'trigger.deal.?kpp' }, b: 1 }, aScope())).toEqual({ b: 1 });
  });

  it('gives numbers the form that the field wants', () => {
    const schema = {
      type: 'object',
      properties: { price: { type: 'string', format: 'decimal' }, count: { type: 'integer' } },
    };
    const params = { price: { $cel: 'trigger.deal.count' }, count: { $cel: 'dec(trigger.deal.count)' } };
    expect(evaluateParams(params, aScope(), schema)).toEqual({ price: '3', count: 3 });
  });

  it('names the field and the cause in the fault', () => {
    expect(faultOf({ list: [{ to: { $cel: 'trigger.deal.kpp' } }] })).toMatchObject({
      kind: 'invalid',
      code: 'KEY_MISSING',
      facts: { field: '/list/0/to', key: 'kpp' },
    });
    expect(faultOf({ lines: { $each: 'trigger.deal.lines', do: { a: { $cel: 'line.pric' } } } })).toMatchObject({
      code: 'KEY_MISSING',
      facts: { field: '/lines/do/a' },
    });
    expect(faultOf({ a: { $each: 'trigger.deal.id', do: 1 } })).toMatchObject({ code: 'ARGUMENT_WRONG' });
  });

  it('spends one budget for all fields together', () => {
    const heavy = { $cel: 'l.map(a, l.map(b, 1)).size() > 0' };
    const list = Array.from({ length: 700 }, (_, index) => index);
    const one = { $cel: heavy.$cel.replaceAll('l.', 'trigger.') };
    expect(faultOf(one, { trigger: list })).toBeUndefined();
    expect(faultOf(Array(8).fill(one), { trigger: list })).toMatchObject({ code: 'EXPRESSION_TOO_HEAVY' });
  });

  it('maps ten thousand lines of eight fields', () => {
    const trigger = Array.from({ length: 10_000 }, (_, at) => ({ name: `Товар ${at}`, price: '10.10', count: '3' }));
    const field = { $cel: 'line.name + " " + string(lineIndex + 1)' };
    const sum = { $cel: 'money(dec(line.price) * dec(line.count))' };
    const one = {
      a: field,
      b: field,
      c: field,
      d: { $cel: 'line.name' },
      e: { $cel: 'line.price' },
      f: sum,
      g: sum,
      h: 1,
    };
    const made = evaluateParams({ $each: 'trigger', do: one }, aScope({ trigger })) as unknown[];
    expect([made.length, made.at(-1)]).toEqual([10_000, expect.objectContaining({ a: 'Товар 9999 10000' })]);
  });

  it('refuses a list longer than the cap', () => {
    const trigger = Array.from({ length: 10_001 }, () => 1);
    expect(faultOf({ $each: 'trigger', do: 1 }, { trigger })).toMatchObject({ code: 'LIST_TOO_LONG' });
  });
});

describe('collectReferences', () => {
  it('finds roots and paths, with the place of each', () => {
    const params = {
      a: { $cel: 'steps.build["documentId"] + trigger.deal.id' },
      b: [{ $tpl: '{{steps.deal.buyer.inn}}' }],
      c: { $each: 'steps.deal.lines', do: { $cel: 'line.name + waits.cb.url' } },
    };
    expect(collectReferences(params)).toEqual([
      { root: 'steps', path: ['build', 'documentId'], pointer: '/a', isGuarded: false },
      { root: 'trigger', path: ['deal', 'id'], pointer: '/a', isGuarded: false },
      { root: 'steps', path: ['deal', 'buyer', 'inn'], pointer: '/b/0', isGuarded: false },
      { root: 'steps', path: ['deal', 'lines'], pointer: '/c', isGuarded: false },
      { root: 'waits', path: ['cb', 'url'], pointer: '/c/do', isGuarded: false },
    ]);
  });

  it('does not take names of loops for those of the scope', () => {
    expect(collectReferences({ $cel: '[1].map(trigger, trigger)' })).toEqual([]);
    expect(collectReferences({ $tpl: '{{#each steps.a.list as |trigger|}}{{trigger.id}}{{/each}}' })).toHaveLength(1);
  });

  it.each(['has(steps.a.b) ? steps.a.b : ""', 'def(steps.a.b, "")', 'steps.?a.?b.orValue("")'])(
    'sees that %s provides for absence',
    (text) => expect(collectReferences({ $cel: text }).every(({ isGuarded }) => isGuarded)).toBe(true),
  );

  it('sees it in templates too', () => {
    const text = '{{#if steps.a.b}}{{steps.a.b}}{{/if}}{{def steps.c ""}}{{steps.d}}';
    expect(collectReferences({ $tpl: text }).map(({ path, isGuarded }) => [path[0], isGuarded])).toEqual([
      ['a', true],
      ['a', true],
      ['c', true],
      ['d', false],
    ]);
  });
});
