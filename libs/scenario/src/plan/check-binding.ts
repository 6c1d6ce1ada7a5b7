import type { Binding, GatewayName, Plan } from '@potok/contracts';
import { schemaErrorsOf } from '../drawing/schema-check.js';
import { Findings, type ScenarioFinding } from '../finding.js';
import { givenValue } from '../values/bound-parameters.js';

/** A connection as a binding's check needs to know it. */
export interface BoundConnection {
  readonly id: string;
  readonly implements: readonly (GatewayName | 'http')[];
  /** The connector's id, e.g. `diadoc`. */
  readonly system: string;
}

type Slot = Plan['steps']['slots'][number];
type Parameter = Pick<Plan['steps']['parameters'][number], 'id' | 'schema' | 'default'> & {
  readonly isRequired?: boolean;
};

/** What a plan, or a drawing that is none yet, leaves open. */
export interface OpenPlaces {
  readonly slots: readonly Slot[];
  readonly parameters: readonly Parameter[];
}

const checkSlot = (slot: Slot, connection: BoundConnection | undefined, findings: Findings): void => {
  const place = { field: `/slots/${slot.id}` };
  if (connection === undefined) findings.error('BINDING_CONNECTION_UNKNOWN', { slot: slot.id }, place);
  else if (!connection.implements.includes(slot.gateway)) {
    findings.error('BINDING_GATEWAY_WRONG', { slot: slot.id, gateway: slot.gateway }, place);
  } else if (slot.system !== undefined && slot.system !== connection.system) {
    findings.error('BINDING_SYSTEM_WRONG', { slot: slot.id, system: slot.system }, place);
  }
};

const checkParameter = (parameter: Parameter, value: unknown, findings: Findings): void => {
  const place = { field: `/parameters/${parameter.id}` };
  if (value === undefined) {
    const isEmpty = parameter.isRequired === true && parameter.default === undefined;
    if (isEmpty) findings.error('BINDING_PARAMETER_EMPTY', { parameter: parameter.id }, place);
    return;
  }
  for (const error of schemaErrorsOf(parameter.schema, value).slice(0, 5)) {
    const rule = error.message ?? error.keyword;
    findings.error('BINDING_PARAMETER_WRONG', { parameter: parameter.id, rule }, place);
  }
};

/** Does a binding fill everything that is open, with what fits? */
export const checkBinding = (
  { slots, parameters }: OpenPlaces,
  binding: Binding,
  connections: readonly BoundConnection[],
): readonly ScenarioFinding[] => {
  const findings = new Findings();
  for (const slot of slots) {
    const chosen = Object.hasOwn(binding.slots, slot.id) ? binding.slots[slot.id] : undefined;
    if (chosen === undefined) findings.error('BINDING_SLOT_EMPTY', { slot: slot.id }, { field: `/slots/${slot.id}` });
    else
      checkSlot(
        slot,
        connections.find(({ id }) => id === chosen),
        findings,
      );
  }
  for (const id of Object.keys(binding.slots).filter((key) => !slots.some((slot) => slot.id === key))) {
    findings.warn('BINDING_SLOT_UNKNOWN', { slot: id }, { field: `/slots/${id}` });
  }
  for (const parameter of parameters) checkParameter(parameter, givenValue(binding.parameters, parameter.id), findings);
  for (const id of Object.keys(binding.parameters).filter((key) => !parameters.some((one) => one.id === key))) {
    findings.warn('BINDING_PARAMETER_UNKNOWN', { parameter: id }, { field: `/parameters/${id}` });
  }
  return findings.list();
};
