import { describe, expect, it } from '@jest/globals';
import { decideBranch } from './decide-branch.js';

const scope = {
  trigger: { sum: '120', isBig: false },
  steps: {},
  params: {},
  run: { id: 'r', startedAt: '2026-01-01T00:00:00Z', mode: 'live' as const },
  waits: {},
  now: new Date('2026-03-06T10:00:00Z'),
};
const decide = (...conditions: readonly string[]) =>
  decideBranch({ branches: conditions.map(($cel, index) => ({ port: `b${index}`, when: { $cel } })) }, scope);

describe('decideBranch', () => {
  it('takes the first branch that is true', () => {
    expect(decide('trigger.isBig', 'dec(trigger.sum) > 100', 'true')).toBe('b1');
  });

  it('goes otherwise when none is', () => {
    expect(decide('trigger.isBig')).toBe('otherwise');
    expect(decideBranch({}, scope)).toBe('otherwise');
  });

  it('does not work out the branches behind the one taken', () => {
    expect(decide('true', 'trigger.absent.field')).toBe('b0');
  });

  it('names the branch that failed or is no condition', () => {
    expect(() => decide('false', 'trigger.absent')).toThrow(
      expect.objectContaining({ code: 'KEY_MISSING', facts: { key: 'absent', field: '/branches/1/when' } }),
    );
    expect(() => decide('trigger.sum')).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'RESULT_TYPE_WRONG' }),
    );
  });
});
