import type { JsonSchema } from '@potok/contracts';
import type { ReactNode } from 'react';
import type { Mode } from './mode.js';

export interface FieldRowProps {
  readonly schema: JsonSchema;
  readonly title: string;
  readonly description?: string | undefined;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly pointer: string;
  /** Absent: all that suit the schema. One alone shows no switch; without `field` nothing is dropped in. */
  readonly modes?: readonly Mode[];
  /** Buttons of a row of a list. */
  readonly aside?: ReactNode;
}
