import type { JsonSchema } from '@potok/contracts';
import { useRef, useState } from 'react';
import { converted, type Mode, modesFor, shownMode } from './mode.js';
import { hintsOf } from './shape.js';

interface Given {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly modes?: readonly Mode[];
}

/** What an empty field opens with. */
const usualMode = (schema: JsonSchema, modes: readonly Mode[]): Mode => {
  const first = modes[0] ?? 'literal';
  return hintsOf(schema).widget === 'value' && modes.includes('field') ? 'field' : first;
};

/** How a field is written now, and the way to write it otherwise: what was there before comes back with its mode. */
export const useMode = ({ schema, value, onChange, modes = modesFor(schema) }: Given) => {
  const [chosen, setChosen] = useState<Mode>();
  const before = useRef(new Map<Mode, unknown>());
  const mode = value === undefined ? (chosen ?? usualMode(schema, modes)) : shownMode(value, chosen);
  const choose = (next: Mode): void => {
    before.current.set(mode, value);
    setChosen(next);
    const kept = converted(value, next) ?? before.current.get(next);
    if (kept !== value) onChange(kept);
  };
  return { mode, modes, choose };
};
