import type { JsonSchema, Parameter } from '@potok/contracts';

/** Kinds of parameters that a consultant can choose; others, made elsewhere, stay as they are. */
export const PARAMETER_KINDS = ['text', 'integer', 'decimal', 'boolean', 'date', 'list'] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

interface Part {
  readonly type?: string;
  readonly format?: string;
  readonly ui?: { readonly widget?: string; readonly list?: string; readonly slot?: string };
}

export const kindOfParameter = ({ schema }: Parameter): ParameterKind | undefined => {
  const { type, format, ui } = schema as Part;
  if (type === 'integer' || type === 'boolean') return type;
  if (type !== 'string') return undefined;
  if (ui?.widget === 'list') return 'list';
  if (format === 'decimal' || format === 'date') return format;
  return format === undefined ? 'text' : undefined;
};

/** Where a list parameter takes its choices from. */
export const listOfParameter = ({ schema }: Parameter): { readonly list: string; readonly slot: string } => {
  const { ui } = schema as Part;
  return { list: ui?.list ?? '', slot: ui?.slot ?? '' };
};

export const schemaOfKind = (
  kind: ParameterKind,
  from: { readonly list: string; readonly slot: string },
): JsonSchema => {
  switch (kind) {
    case 'text':
      return { type: 'string', minLength: 1 };
    case 'integer':
    case 'boolean':
      return { type: kind };
    case 'decimal':
    case 'date':
      return { type: 'string', format: kind };
    case 'list':
      return { type: 'string', minLength: 1, ui: { widget: 'list', ...from } };
  }
};

export interface Limits {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** The bounds of a number parameter. */
export const limitsOf = ({ schema }: Parameter): Limits => {
  const { minimum, maximum } = schema as Limits;
  return { minimum, maximum };
};

export const withLimits = (schema: JsonSchema, { minimum, maximum }: Limits): JsonSchema => {
  const { minimum: _least, maximum: _most, ...rest } = schema;
  return { ...rest, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
};
