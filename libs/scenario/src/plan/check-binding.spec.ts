import { describe, expect, it } from '@jest/globals';
import { aManifest, aNode, aScenario, trigger } from '../testing/drawing.js';
import { checkBinding, type BoundConnection } from './check-binding.js';
import { compileScenario } from './compile-scenario.js';

const connection = '0190a000-0000-7000-8000-000000000001';
const plan = compileScenario(
  aScenario({
    slots: [{ id: 'crm', gateway: 'crm', title: 'CRM', system: 'bitrix24' }],
    parameters: [
      { id: 'stage', title: 'Стадия', schema: { type: 'string', minLength: 1 }, isRequired: true },
      { id: 'days', title: 'Дней', schema: { type: 'integer' }, isRequired: true, default: 5 },
    ],
    nodes: [trigger(), aNode('a', 'crm.get-deal', { dealId: '7' }, { slot: 'crm' })],
  }),
  { manifest: aManifest },
).plan!;
const crm = { id: connection, implements: ['crm'] as const, system: 'bitrix24' };
const found = (
  slots: Record<string, string>,
  parameters: Record<string, unknown>,
  connections: readonly BoundConnection[] = [crm],
) => checkBinding(plan.steps, { slots, parameters }, connections).map(({ code, field }) => `${code} ${field ?? ''}`);

describe('checkBinding', () => {
  it('takes a binding that fills everything', () => {
    expect(found({ crm: connection }, { stage: 'WON' })).toEqual([]);
  });

  it('names what is empty, unknown or does not fit', () => {
    expect(found({}, {})).toEqual(['BINDING_SLOT_EMPTY /slots/crm', 'BINDING_PARAMETER_EMPTY /parameters/stage']);
    expect(found({ crm: connection }, { stage: null, days: null })).toEqual([
      'BINDING_PARAMETER_EMPTY /parameters/stage',
    ]);
    expect(found({ crm: connection }, { stage: '' })).toEqual(['BINDING_PARAMETER_WRONG /parameters/stage']);
    expect(found({ crm: connection, x: connection }, { stage: 'W', y: 1 })).toEqual([
      'BINDING_SLOT_UNKNOWN /slots/x',
      'BINDING_PARAMETER_UNKNOWN /parameters/y',
    ]);
    expect(found({ crm: connection }, { stage: 'W' }, [])).toEqual(['BINDING_CONNECTION_UNKNOWN /slots/crm']);
    const amo = { ...crm, system: 'amocrm' };
    expect(found({ crm: connection }, { stage: 'W' }, [amo])).toEqual(['BINDING_SYSTEM_WRONG /slots/crm']);
    const edo = { ...crm, implements: ['operator'] as const };
    expect(found({ crm: connection }, { stage: 'W' }, [edo])).toEqual(['BINDING_GATEWAY_WRONG /slots/crm']);
  });
});
