import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { NestedRow } from '../nested-row.js';
import { pointerTo } from '../pointer.js';
import { asSchema, valuesOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';
import { withKey } from './object-literal.js';
import { RowButtons } from './row-buttons.js';

const NewKey = ({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (key: string) => void }) => {
  const { values } = useEditorTexts();
  const [key, setKey] = useState('');
  const name = key.trim();
  const isTaken = taken.includes(name);
  const add = (): void => {
    if (name === '' || isTaken) return;
    onAdd(name);
    setKey('');
  };
  return (
    <div className="map-add">
      <TextInput
        aria-label={values.keyName}
        placeholder={values.keyName}
        value={key}
        error={isTaken ? values.keyTaken(name) : undefined}
        onChange={(event) => setKey(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" leftSection={<IconPlus size={14} />} disabled={name === '' || isTaken} onClick={add}>
        {values.addKey}
      </Button>
    </div>
  );
};

/** An object whose fields are named by the person. */
export const MapLiteral = ({ schema, value, pointer, onChange }: LiteralProps) => {
  const fields = asSchema(value) ?? {};
  const keys = Object.keys(fields);
  const inner = valuesOf(schema);
  // A row stays while it is empty: only its bin takes the key away.
  const put = (key: string, next: unknown): void => onChange(withKey(fields, key, next ?? ''));
  const without = (key: string): void => {
    const left = withKey(fields, key, undefined);
    onChange(Object.keys(left).length === 0 ? undefined : left);
  };
  return (
    <div className="value-nest">
      {keys.map((key, index) => (
        <NestedRow
          key={key}
          schema={inner}
          title={key}
          isRequired={false}
          value={fields[key] === '' ? undefined : fields[key]}
          onChange={(next) => put(key, next)}
          pointer={pointerTo(pointer, key)}
          aside={<RowButtons title={key} index={index} count={keys.length} onRemove={() => without(key)} />}
        />
      ))}
      <NewKey taken={keys} onAdd={(key) => put(key, '')} />
    </div>
  );
};
