import { describe, expect, it } from '@jest/globals';
import { anOperator } from '../testing/fixtures/organizations.js';
import { aTemplate, diadoc } from '../testing/fixtures/template.js';
import { findTemplates, needsOf, systemsOf } from './templates.js';

const upd = aTemplate();
const hook = aTemplate({
  id: 'hook',
  systems: [],
  words: ['вебхук', 'webhook'],
  outcome: { ru: 'Вебхук → XML', en: 'Webhook → XML' },
  title: { ru: 'XML', en: 'XML' },
  about: { ru: 'Документ по HTTP.', en: 'A document over HTTP.' },
  name: 'XML',
});
const all = [upd, hook];
const found = (q: string) => findTemplates(all, { q }).map(({ id }) => id);

describe('search', () => {
  it('finds by Russian and English words, whatever the ending and the ё', () => {
    expect(found('сделки')).toEqual(['deal-to-upd']);
    expect(found('счет-фактуры')).toEqual(['deal-to-upd']);
    expect(found('Invoice')).toEqual(['deal-to-upd']);
    expect(found('webhook xml')).toEqual(['hook']);
  });

  it('wants every word, and takes all without any', () => {
    expect(found('сделка xml')).toEqual([]);
    expect(found('  ')).toEqual(['deal-to-upd', 'hook']);
  });

  it('keeps to the system that is asked for', () => {
    expect(systemsOf(all)).toEqual(['diadoc']);
    expect(findTemplates(all, { system: 'diadoc' })).toEqual([upd]);
  });
});

describe('needed connections', () => {
  const need = (connections: Parameters<typeof needsOf>[1]['connections']) =>
    needsOf(upd, { connections, systems: [diadoc], language: 'ru' }).map(({ system, found: there }) => [
      system,
      there.length,
    ]);

  it('are named by the system that the template is made for while there is none', () =>
    expect(need([])).toEqual([['Контур.Диадок', 0]]));

  it('are named by what is there', () => expect(need([anOperator()])).toEqual([['Контур.Диадок', 1]]));

  it('are named by their slot where the system is not known', () =>
    expect(needsOf(upd, { connections: [], systems: [], language: 'ru' })[0]?.system).toBe('Оператор ЭДО'));
});
