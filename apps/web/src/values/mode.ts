import type { JsonSchema } from '@potok/contracts';
import { dynamicOf, expressionChips } from '@potok/scenario';
import { isOpen, shapeOf, takesTemplate } from './shape.js';

/** How a field gets its value. */
export type Mode = 'literal' | 'field' | 'formula' | 'template' | 'each';

const isPath = (text: string): boolean => expressionChips(text) !== undefined;

export const modeOf = (value: unknown): Mode => {
  const dynamic = dynamicOf(value);
  if (dynamic === undefined) return 'literal';
  if (dynamic.kind === 'tpl') return 'template';
  if (dynamic.kind === 'each') return 'each';
  return isPath(dynamic.text) ? 'field' : 'formula';
};

/** What a field is drawn as: what the person chose, as far as the value can be shown so. */
export const shownMode = (value: unknown, chosen: Mode | undefined): Mode => {
  const own = modeOf(value);
  if (chosen === undefined) return own;
  if (value === undefined) return chosen;
  return own === 'field' && chosen === 'formula' ? 'formula' : own;
};

export const modesFor = (schema: JsonSchema): readonly Mode[] => [
  'literal',
  'field',
  'formula',
  ...(takesTemplate(schema) ? (['template'] as const) : []),
  ...(shapeOf(schema) === 'array' || isOpen(schema) ? (['each'] as const) : []),
];

export const textOfValue = (value: unknown): string => {
  const dynamic = dynamicOf(value);
  if (dynamic === undefined) return typeof value === 'string' ? value : '';
  return dynamic.kind === 'each' ? dynamic.list : dynamic.text;
};

const asCel = (value: unknown): string | undefined => {
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') return dynamic.text;
  return typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value)
    ? JSON.stringify(value)
    : undefined;
};

const asTemplate = (value: unknown): string | undefined => {
  const dynamic = dynamicOf(value);
  if (dynamic === undefined) return typeof value === 'string' ? value : undefined;
  return dynamic.kind === 'cel' && /^[\w.]+$/.test(dynamic.text) ? `{{${dynamic.text}}}` : undefined;
};

const asLiteral = (value: unknown): unknown => {
  const dynamic = dynamicOf(value);
  if (dynamic === undefined) return value;
  return dynamic.kind === 'tpl' && !dynamic.text.includes('{{') ? dynamic.text : undefined;
};

/** A value in another mode, as much of it as can be kept; `undefined` when nothing can. */
export const converted = (value: unknown, mode: Mode): unknown => {
  switch (mode) {
    case 'literal':
      return asLiteral(value);
    case 'field':
      return modeOf(value) === 'field' ? value : undefined;
    case 'formula': {
      const text = asCel(value);
      return text === undefined ? undefined : { $cel: text };
    }
    case 'template': {
      const text = asTemplate(value);
      return text === undefined ? undefined : { $tpl: text };
    }
    case 'each': {
      const dynamic = dynamicOf(value);
      return { $each: dynamic?.kind === 'cel' ? dynamic.text : '', as: 'line', do: {} };
    }
  }
};
