import type { SampleView, ScenarioNode } from '@potok/contracts';
import { expect, it } from '@jest/globals';
import { theKinds } from '../editor/testing/an-editor.js';
import { sampleMisfits, toldSamples } from './sample-misfits.js';

const kinds = theKinds();
const aMap = (cel: string): ScenarioNode => ({
  id: 'm',
  type: 'data.map',
  typeVersion: 1,
  name: 'Строки',
  position: { x: 0, y: 0 },
  params: {
    output: { number: { $cel: cel } },
    schema: { type: 'object', properties: { number: { type: 'string', title: 'Номер' } }, required: ['number'] },
  },
});
const aSample = (name: string, steps: SampleView['data']['steps']): SampleView => ({
  id: name,
  name,
  source: 'manual',
  updatedAt: '2026-11-20T09:00:00Z',
  by: 'Анна',
  data: { trigger: {}, steps },
});
const aTest = (cel: string, ...samples: readonly SampleView[]) => ({
  scenario: { schemaVersion: 1 as const, name: 'С', slots: [], parameters: [], nodes: [aMap(cel)], edges: [] },
  binding: { slots: {}, parameters: {} },
  samples,
  kinds,
  now: new Date('2026-11-29'),
  language: 'ru' as const,
});
const misfits = (cel: string, ...samples: readonly SampleView[]) =>
  sampleMisfits(aTest(cel, ...samples)).map(({ sample, step, field }) => [sample, step, field]);

it('names sample, step and field of what a mapping no longer makes right', () => {
  const [good, bad] = [aSample('Хорошая', { deal: { n: '1' } }), aSample('Плохая', { deal: { n: 1 } })];
  expect(misfits('steps.deal.n', good, bad)).toEqual([['Плохая', 'Строки', 'Номер']]);
  expect(misfits('steps.deal.n', good)).toEqual([]);
});

it('says nothing by a sample that has no data of a step that is used', () => {
  expect(misfits('steps.deal.n', aSample('Пустая', {}))).toEqual([]);
});

it('counts only the samples that have what a mapping needs', () => {
  const samples = [aSample('Пустая', {}), aSample('Хорошая', { deal: { n: '1' } })];
  expect(toldSamples(aTest('steps.deal.n', ...samples))).toBe(1);
});
