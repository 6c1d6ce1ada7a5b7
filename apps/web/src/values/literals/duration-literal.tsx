import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { LiteralProps } from './literal-props.js';
import { NumberLiteral } from './number-literal.js';

const SECONDS = { sec: 1, min: 60, hour: 3600, day: 86_400 } as const;
type Unit = keyof typeof SECONDS;
const units: readonly Unit[] = ['day', 'hour', 'min', 'sec'];

const isUnit = (text: string | null): text is Unit => units.some((unit) => unit === text);

const unitFor = (value: unknown): Unit =>
  typeof value === 'number' && value !== 0 ? (units.find((unit) => value % SECONDS[unit] === 0) ?? 'sec') : 'min';

/** Kept in seconds, written in the unit that suits. */
export const DurationLiteral = ({ value, onChange, ...props }: LiteralProps) => {
  const { values } = useEditorTexts();
  const [unit, setUnit] = useState(() => unitFor(value));
  const factor = SECONDS[unit];
  const shown = typeof value === 'number' ? value / factor : value;
  const write = (next: unknown, by: number): void => onChange(typeof next === 'number' ? Math.round(next * by) : next);
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <NumberLiteral {...props} value={shown} onChange={(next) => write(next, factor)} />
      <Select
        aria-label={values.duration.unit}
        w={120}
        allowDeselect={false}
        data={units.map((one) => ({ value: one, label: values.duration[one] }))}
        value={unit}
        onChange={(next) => {
          if (!isUnit(next)) return;
          setUnit(next);
          write(shown, SECONDS[next]);
        }}
      />
    </Group>
  );
};
