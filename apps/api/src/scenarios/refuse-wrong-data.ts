import type { PlanSteps } from '@potok/contracts';
import { checkJson } from '../nodes/check-json.js';
import { Refusal } from '../problems/refusal.js';

/** Data of a start stand in the place of the trigger's output. Throws RUN_DATA_WRONG. */
export const refuseWrongData = ({ trigger }: Pick<PlanSteps, 'trigger'>, data: unknown): void => {
  const errors = checkJson(trigger.output, data).map(({ field, rule }) => ({
    field: `/data${field}`,
    code: 'RUN_DATA_FIELD' as const,
    facts: { field: field === '' ? 'data' : field, rule },
  }));
  const [first] = errors;
  if (first !== undefined) throw new Refusal('invalid', 'RUN_DATA_WRONG', { errors, field: first.field });
};
