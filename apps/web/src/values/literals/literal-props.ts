import type { JsonSchema } from '@potok/contracts';

export interface LiteralProps {
  readonly schema: JsonSchema;
  readonly title: string;
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly pointer: string;
  readonly onChange: (value: unknown) => void;
  /** Absent where no formula may stand. */
  readonly onFormula?: (() => void) | undefined;
}
