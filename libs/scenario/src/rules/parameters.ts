import type { Scenario } from '@potok/contracts';
import { schemaErrorsOf } from '../drawing/schema-check.js';
import type { Findings } from '../finding.js';

type Parameter = Scenario['parameters'][number];

const checkParameter = ({ id, schema, default: value }: Parameter, field: string, findings: Findings): void => {
  try {
    const [error] = schemaErrorsOf(schema, value);
    if (error === undefined || value === undefined) return;
    const rule = error.message ?? error.keyword;
    findings.error('BINDING_PARAMETER_WRONG', { parameter: id, rule }, { field: `${field}/default` });
  } catch {
    findings.error('PARAMETER_SCHEMA_WRONG', { parameter: id }, { field: `${field}/schema` });
  }
};

/** Parameters have schemas that can be used, and defaults that fit them. */
export const checkParameters = (scenario: Scenario, findings: Findings): void => {
  scenario.parameters.forEach((parameter, index) => {
    checkParameter(parameter, `/parameters/${index}`, findings);
  });
};
