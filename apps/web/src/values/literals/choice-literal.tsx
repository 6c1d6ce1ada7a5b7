import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import { choicesOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';

export const ChoiceLiteral = ({ schema, title, value, isRequired, onChange }: LiteralProps) => {
  const { language } = useSpeech();
  const choices = choicesOf(schema, language);
  const chosen = choices.findIndex((one) => one.value === value);
  const isStrange = chosen < 0 && value !== undefined;
  return (
    <Select
      aria-label={title}
      clearable={!isRequired}
      data={[
        ...choices.map((one, index) => ({ value: String(index), label: one.title })),
        ...(isStrange ? [{ value: 'strange', label: JSON.stringify(value) }] : []),
      ]}
      value={isStrange ? 'strange' : chosen < 0 ? null : String(chosen)}
      onChange={(next) => onChange(next === null ? undefined : (choices[Number(next)]?.value ?? value))}
    />
  );
};

/** A time zone of the world. */
export const ZoneLiteral = ({ title, value, isRequired, onChange }: LiteralProps) => {
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const text = typeof value === 'string' ? value : null;
  return (
    <Select
      aria-label={title}
      searchable
      limit={60}
      clearable={!isRequired}
      data={text === null || zones.includes(text) ? zones : [text, ...zones]}
      value={text}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
};
