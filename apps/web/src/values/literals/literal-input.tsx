import type { ReactNode } from 'react';
import { ListInput } from '../../forms/list-input.js';
import { hintsOf, type Shape, shapeFor } from '../shape.js';
import { useValues } from '../values-context.js';
import { ArrayLiteral } from './array-literal.js';
import { BooleanLiteral } from './boolean-literal.js';
import { ChoiceLiteral, ZoneLiteral } from './choice-literal.js';
import { CronLiteral } from './cron-literal.js';
import { DurationLiteral } from './duration-literal.js';
import { InstantLiteral } from './instant-literal.js';
import { JsonLiteral } from './json-literal.js';
import type { LiteralProps } from './literal-props.js';
import { MapLiteral } from './map-literal.js';
import { NumberLiteral } from './number-literal.js';
import { ObjectLiteral } from './object-literal.js';
import { TextLiteral } from './text-literal.js';
import { VariantsLiteral } from './variants-literal.js';

const AccountLiteral = ({ schema, title, value, isRequired, onChange }: LiteralProps) => {
  const { connectionOf } = useValues();
  const { list = '', slot } = hintsOf(schema);
  return (
    <div className="labelled-inside">
      <ListInput
        connectionId={connectionOf(slot)}
        list={list}
        value={typeof value === 'string' ? value : ''}
        isRequired={isRequired}
        onChange={(next) => onChange(next === '' ? undefined : next)}
        label={title}
        description={undefined}
        error={undefined}
      />
    </div>
  );
};

const editors: Readonly<Record<Shape, (props: LiteralProps) => ReactNode>> = {
  text: TextLiteral,
  multiline: TextLiteral,
  integer: NumberLiteral,
  number: NumberLiteral,
  decimal: NumberLiteral,
  boolean: BooleanLiteral,
  choice: ChoiceLiteral,
  list: AccountLiteral,
  date: InstantLiteral,
  instant: InstantLiteral,
  duration: DurationLiteral,
  zone: ZoneLiteral,
  cron: CronLiteral,
  object: ObjectLiteral,
  array: ArrayLiteral,
  map: MapLiteral,
  variants: VariantsLiteral,
  json: JsonLiteral,
};

/** A value that is written out, by its schema. */
export const LiteralInput = (props: LiteralProps) => {
  const Editor = editors[shapeFor(props.schema, props.value)];
  return <Editor {...props} />;
};
