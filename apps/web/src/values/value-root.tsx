import type { Finding } from '@potok/contracts';
import type { ReactNode } from 'react';
import { FieldRow } from './field-row.js';
import { RowProvider } from './nested-row.js';
import type { ConnectionOf, ValueScope } from './value-scope.js';
import { ValuesProvider } from './values-context.js';

interface Props {
  readonly scope: ValueScope;
  readonly findings?: readonly Finding[] | undefined;
  readonly connectionOf: ConnectionOf;
  readonly timeZone?: string | undefined;
  readonly children: ReactNode;
}

/** What all fields of a form stand in. */
export const ValueRoot = (props: Props) => (
  <RowProvider value={FieldRow}>
    <ValuesProvider {...props} />
  </RowProvider>
);
