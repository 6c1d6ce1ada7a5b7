import type { ErrorObject } from 'ajv';
import type { JsonSchema, Scenario } from '@potok/contracts';
import { Findings, type ScenarioFinding } from '../finding.js';
import { scenarioSchema } from './scenario-schema.js';
import { brokenRule, fieldOfError, schemaErrorsOf } from './schema-check.js';

export interface CheckedScenario {
  /** The drawing itself, when its shape is right. */
  readonly scenario?: Scenario;
  readonly findings: readonly ScenarioFinding[];
}

const LISTED_ERRORS = 50;
const DEEPEST = 64;

/** Is any value nested deeper than the cap? Told before the schema looks, which would recurse as deep. */
const isTooDeep = (value: unknown, left = DEEPEST): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  return Object.values(value).some((inner) => isTooDeep(inner, left - 1));
};

const codes = {
  additionalProperties: 'SCENARIO_FIELD_UNKNOWN',
  required: 'SCENARIO_FIELD_MISSING',
} as const;

const nodeOf = (json: unknown, pointer: string): string | undefined => {
  const index = /^\/nodes\/(\d+)\//.exec(`${pointer}/`)?.[1];
  const nodes = (json as { nodes?: unknown } | null)?.nodes;
  if (index === undefined || !Array.isArray(nodes)) return undefined;
  const id: unknown = (nodes[Number(index)] as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
};

const report = (findings: Findings, error: ErrorObject, json: unknown): void => {
  const field = fieldOfError(error);
  const place = { field, node: nodeOf(json, error.instancePath) };
  const code = codes[error.keyword as keyof typeof codes] as (typeof codes)[keyof typeof codes] | undefined;
  if (code === undefined) findings.error('SCENARIO_FIELD_WRONG', { field, ...brokenRule(error) }, place);
  else findings.error(code, { field }, place);
};

/** What is wrong with the shape of a drawing by one of the published schemas. */
export const checkShape = (schema: JsonSchema, json: unknown): readonly ScenarioFinding[] => {
  const findings = new Findings();
  if (isTooDeep(json)) findings.error('SCENARIO_TOO_DEEP', { limit: DEEPEST });
  else for (const error of schemaErrorsOf(schema, json).slice(0, LISTED_ERRORS)) report(findings, error, json);
  return findings.list();
};

/** Checks a drawing's shape against the published schema. What a drawing means is the compiler's business. */
export const checkScenario = (json: unknown): CheckedScenario => {
  const findings = checkShape(scenarioSchema, json);
  return findings.length === 0 ? { scenario: json as Scenario, findings } : { findings };
};
