import type { BrokenRule } from '../drawing/shape-rule.ru.js';
import type { Named, NamedField, valueTexts as russian } from './value-texts.ru.js';

export const valueTexts = {
  PARAM_UNKNOWN: ({ name, title }: NamedField) => `Step "${name}": its node has no field "${title}". Remove it.`,
  PARAM_MISSING: ({ name, title }: NamedField) => `Step "${name}": field "${title}" is empty.`,
  PARAM_WRONG: ({ name, title, rule }: NamedField & BrokenRule) =>
    `Step "${name}": ${title === '' ? 'its settings are' : `field "${title}" is`} wrong: ${rule}.`,
  PARAM_MALFORMED: ({ name, title }: NamedField) =>
    `Step "${name}": the formula in ${title === '' ? 'its settings' : `field "${title}"`} is not well formed. It must be only $cel, only $tpl, or $each with as and do.`,
  PARAM_NOT_LITERAL: ({ name, title }: NamedField) =>
    `Step "${name}": field "${title}" is read at publish, so a formula does not work in it. Give the value.`,
  RESULT_TYPE_WRONG: ({ got, wanted }: { got: string; wanted: string }) =>
    `The formula gives ${got}, and the field wants ${wanted}. Convert the value: string(…), int(…), dec(…).`,
  STEP_NOT_NAMED: ({ name }: Named) =>
    `Step "${name}": after steps there must be a step's name, written out: steps.deal.`,
  STEP_UNKNOWN: ({ name, step }: Named & { step: string; stepName: string }) =>
    `Step "${name}" refers to step ${step}, which does not exist. Choose another.`,
  STEP_NOT_BEFORE: ({ name, stepName }: Named & { step: string; stepName: string }) =>
    `Step "${name}" refers to step "${stepName}", which is not executed before it. Reorder the steps or choose another.`,
  STEP_MAYBE_ABSENT: ({ name, stepName }: Named & { step: string; stepName: string }) =>
    `Step "${name}" refers to step "${stepName}" and can be reached without it. Provide for that: def(…, default) or has(…).`,
  STEP_INSIDE_LOOP: ({ name, stepName }: Named & { step: string; stepName: string }) =>
    `Step "${name}" refers to step "${stepName}" inside a loop, and stands outside it: there were many of them.`,
  FIELD_UNKNOWN: ({ field, key }: { field: string; key: string }) =>
    `${field} has no field ${key}. Choose one from the list.`,
  FIELD_MAYBE_ABSENT: ({ field }: { field: string }) =>
    `Field ${field} may be absent, and then the run stops. Provide for that: def(${field}, default).`,
  WAIT_OFFERS_NOTHING: ({ name, wait }: Named & { wait: string }) =>
    `Step "${name}" takes data of wait "${wait}", but there is no such wait, or it offers nothing beforehand.`,
  WAIT_NOT_AHEAD: ({ name, wait }: Named & { wait: string }) =>
    `Step "${name}" takes data of wait "${wait}", but no run comes from it to that wait.`,
  WAIT_NEEDS_LATER_STEP: ({ name, wait, needed }: Named & { wait: string; needed: string }) =>
    `Wait "${wait}" is opened before step "${name}", but needs the result of step "${needed}", which is not there yet.`,
  TRIGGER_REFERENCE_WRONG: ({ name, field }: Named & { field: string }) =>
    `Trigger "${name}" refers to ${field}. Before a run only parameters are known: params.name.`,
  BINDING_SLOT_EMPTY: ({ slot }: { slot: string }) => `No connection is chosen for "${slot}".`,
  BINDING_SLOT_UNKNOWN: ({ slot }: { slot: string }) => `The scenario has no connection "${slot}". Remove it.`,
  BINDING_CONNECTION_UNKNOWN: ({ slot }: { slot: string }) =>
    `The connection chosen for "${slot}" is deleted. Choose another.`,
  BINDING_GATEWAY_WRONG: ({ slot, gateway }: { slot: string; gateway: string }) =>
    `The connection chosen for "${slot}" does not fit: ${gateway} is needed.`,
  BINDING_SYSTEM_WRONG: ({ slot, system }: { slot: string; system: string }) =>
    `The connection chosen for "${slot}" does not fit: the scenario is made for ${system}.`,
  BINDING_PARAMETER_EMPTY: ({ parameter }: { parameter: string }) => `Parameter ${parameter} is empty.`,
  BINDING_PARAMETER_UNKNOWN: ({ parameter }: { parameter: string }) =>
    `The scenario has no parameter ${parameter}. Remove it.`,
  BINDING_PARAMETER_WRONG: ({ parameter, rule }: { parameter: string; rule: string }) =>
    `Parameter ${parameter} is wrong: ${rule}.`,
  PARAMETER_SCHEMA_WRONG: ({ parameter }: { parameter: string }) =>
    `Parameter ${parameter} has a wrong schema. Correct it.`,
} satisfies { [C in keyof typeof russian]: (typeof russian)[C] };
