import type { Finding } from '@potok/contracts';
import { placeIn, type SourceNode, type TargetNode } from '@potok/scenario';
import { useMemo } from 'react';
import { FieldRow } from '../values/field-row.js';
import type { ConnectionOf, ValueScope } from '../values/value-scope.js';
import { NamesProvider, ValuesProvider } from '../values/values-context.js';
import { localNamesAt } from './local-names.js';

interface Props {
  readonly node: TargetNode;
  readonly value: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sources: ReadonlyMap<string, SourceNode>;
  readonly scope: ValueScope;
  readonly findings: readonly Finding[];
  readonly connectionOf: ConnectionOf;
  readonly onChange: (value: unknown) => void;
}

/** The value of a field, edited in place; inside a loop its item is known. */
export const TargetEditor = ({ node, value, params, sources, scope, findings, connectionOf, onChange }: Props) => {
  const names = useMemo(
    () => localNamesAt(node.pointer, { params, sources, scope }),
    [node.pointer, params, sources, scope],
  );
  return (
    <div className="mapping-editor">
      <ValuesProvider scope={scope} findings={findings} connectionOf={connectionOf}>
        <NamesProvider names={names}>
          <FieldRow
            schema={node.schema}
            title={node.title}
            isRequired={node.isRequired}
            value={value}
            pointer={placeIn(params, node.pointer).pointer}
            onChange={onChange}
          />
        </NamesProvider>
      </ValuesProvider>
    </div>
  );
};
