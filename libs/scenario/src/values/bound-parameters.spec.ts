import { expect, it } from '@jest/globals';
import { boundParameters } from './bound-parameters.js';

const declared = [
  { id: 'stage', schema: { type: 'string' }, isRequired: true },
  { id: 'days', schema: { type: 'integer' }, isRequired: false, default: 5 },
  { id: 'note', schema: { type: 'string' }, isRequired: false },
] as const;

it('takes what the binding gives, else the default, else nothing', () => {
  expect(boundParameters(declared, { stage: 'WON' })).toEqual({ stage: 'WON', days: 5 });
  expect(boundParameters(declared, { stage: '', days: 0 })).toEqual({ stage: '', days: 0 });
});

it('reads null as not given', () => {
  expect(boundParameters(declared, { stage: null, days: null, note: null })).toEqual({ days: 5 });
});

it('drops what the plan does not declare', () => {
  expect(boundParameters(declared, { limit: '5', toString: 'x' })).toEqual({ days: 5 });
});
