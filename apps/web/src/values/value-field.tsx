import type { Finding, JsonSchema } from '@potok/contracts';
import { FieldRow } from './field-row.js';
import type { ConnectionOf, ValueScope } from './value-scope.js';
import { ValuesProvider } from './values-context.js';

export interface ValueFieldProps {
  /** JSON Schema of the value. */
  readonly field: JsonSchema;
  readonly title: string;
  readonly description?: string | undefined;
  readonly isRequired: boolean;
  readonly value: unknown;
  /** `undefined`: the field is left out. */
  readonly onChange: (value: unknown) => void;
  readonly scope: ValueScope;
  readonly findings?: readonly Finding[];
  readonly connectionOf: ConnectionOf;
  /** JSON pointer of the value in the params of its node. */
  readonly pointer: string;
}

/** One field of a node by itself: a value, a field of an earlier step, a formula or a text with fields. */
export const ValueField = ({ field, scope, findings, connectionOf, ...row }: ValueFieldProps) => (
  <ValuesProvider scope={scope} findings={findings} connectionOf={connectionOf}>
    <FieldRow schema={field} {...row} />
  </ValuesProvider>
);
