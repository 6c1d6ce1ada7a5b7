import type { Binding, Scenario } from '@potok/contracts';
import {
  checkScenario,
  upgradeScenario,
  withSentence,
  type CheckedScenario,
  type ScenarioFinding,
} from '@potok/scenario';
import { isUUID } from 'class-validator';
import { Refusal, type FieldError } from '../problems/refusal.js';
import type { Language } from '../problems/texts.js';

export const asFieldErrors = (findings: readonly ScenarioFinding[], language: Language): FieldError[] =>
  findings.map((finding) => {
    const { field, node, code, detail } = withSentence(finding, language);
    return { field: field ?? '', code, detail, ...(node === undefined ? {} : { node }) };
  });

/** A drawing as it was sent, upgraded and of the right shape; what it means is the compiler's business. */
export const readDrawing = (json: unknown, language: Language): Scenario => {
  const { drawing, findings } = upgradeScenario(json);
  const checked: CheckedScenario = drawing === undefined ? { findings } : checkScenario(drawing);
  if (checked.scenario !== undefined) return checked.scenario;
  const errors = asFieldErrors(checked.findings, language).map((error) => ({
    ...error,
    field: `/draft${error.field}`,
  }));
  throw new Refusal('invalid', 'SCENARIO_MALFORMED', { errors, field: errors[0]?.field ?? '/draft' });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ slots, parameters }`; a slot names a connection by id, whether it exists is told by the check. */
export const readBinding = (json: unknown): Binding => {
  const { slots, parameters } = isRecord(json) ? json : {};
  if (!isRecord(slots)) throw wrong('slots');
  if (!isRecord(parameters)) throw wrong('parameters');
  const entries = Object.entries(slots).map(([slot, id]): [string, string] => {
    if (typeof id !== 'string' || !isUUID(id)) throw wrong(`slots/${slot}`);
    return [slot, id];
  });
  return { slots: Object.fromEntries(entries), parameters };
};

const wrong = (field: string) =>
  new Refusal('invalid', 'BINDING_MALFORMED', { field: `/binding/${field}`, facts: { field } });
