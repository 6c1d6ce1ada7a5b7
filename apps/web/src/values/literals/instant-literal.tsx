import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { shapeOf } from '../shape.js';
import type { LiteralProps } from './literal-input.js';

const two = (part: number): string => String(part).padStart(2, '0');

/** An instant as the person's own clock shows it, for a field of the browser. */
const localOf = (value: unknown): string => {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  if (at === undefined || Number.isNaN(at.getTime())) return '';
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

const instantOf = (local: string): string | undefined => {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** A day, or a moment in the person's own time. A half-typed one says nothing yet. */
export const InstantLiteral = ({ schema, title, value, onChange }: LiteralProps) => {
  const isDay = shapeOf(schema) === 'date';
  const [typed, setTyped] = useState('');
  const own = isDay ? (typeof value === 'string' ? value : '') : localOf(value);
  const type = (next: string): void => {
    setTyped(next);
    onChange(next === '' ? undefined : isDay ? next : instantOf(next));
  };
  return (
    <TextInput
      aria-label={title}
      className="date-literal"
      type={isDay ? 'date' : 'datetime-local'}
      value={own === '' ? (value === undefined ? '' : typed) : own}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};
