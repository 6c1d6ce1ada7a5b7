import { Autocomplete, Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { JsonSchema } from '@potok/contracts';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useOwnFields } from '../../connections/use-own-fields.js';
import { NestedRow } from '../nested-row.js';
import { pointerTo } from '../pointer.js';
import { asSchema, propertiesOf, textOf, valuesOf } from '../shape.js';
import { useValues } from '../values-context.js';
import type { LiteralProps } from './literal-props.js';
import { withKey } from './object-literal.js';
import { RowButtons } from './row-buttons.js';

interface NewKeyProps {
  readonly taken: readonly string[];
  /** What the account has, with its names; any other is written by hand. */
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (key: string) => void;
}

const NewKey = ({ taken, offered, onAdd }: NewKeyProps) => {
  const { values } = useEditorTexts();
  const [key, setKey] = useState('');
  const written = key.trim();
  const name = offered.find(({ label }) => label === written)?.value ?? written;
  const isTaken = taken.includes(name);
  const add = (): void => {
    if (name === '' || isTaken) return;
    onAdd(name);
    setKey('');
  };
  const field = {
    'aria-label': values.keyName,
    placeholder: values.keyName,
    value: key,
    error: isTaken ? values.keyTaken(written) : undefined,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented) return;
      event.preventDefault();
      add();
    },
  };
  const free = offered.filter(({ value }) => !taken.includes(value));
  return (
    <div className="map-add">
      {free.length === 0 ? (
        <TextInput {...field} onChange={(event) => setKey(event.currentTarget.value)} />
      ) : (
        <Autocomplete
          {...field}
          data={free}
          onChange={setKey}
          onOptionSubmit={(chosen) => {
            onAdd(chosen);
            // Later than the field has written the name of what was chosen into itself.
            setTimeout(() => setKey(''), 0);
          }}
        />
      )}
      <Button variant="default" leftSection={<IconPlus size={14} />} disabled={name === '' || isTaken} onClick={add}>
        {values.addKey}
      </Button>
    </div>
  );
};

const nothingOwn: JsonSchema = {};

const MapRows = ({ schema, value, pointer, onChange, own }: LiteralProps & { readonly own: JsonSchema }) => {
  const fields = asSchema(value) ?? {};
  const keys = Object.keys(fields);
  const inner = valuesOf(schema);
  const known = propertiesOf(own);
  const nameOf = (key: string): string => textOf(asSchema(asSchema(own.properties)?.[key])?.title) ?? key;
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
          schema={asSchema(asSchema(own.properties)?.[key]) ?? inner}
          title={nameOf(key)}
          isRequired={false}
          value={fields[key] === '' ? undefined : fields[key]}
          onChange={(next) => put(key, next)}
          pointer={pointerTo(pointer, key)}
          aside={<RowButtons title={nameOf(key)} index={index} count={keys.length} onRemove={() => without(key)} />}
        />
      ))}
      <NewKey
        taken={keys}
        offered={known.map(([key]) => ({ value: key, label: nameOf(key) }))}
        onAdd={(key) => put(key, '')}
      />
    </div>
  );
};

const OwnMap = ({ thing, ...props }: LiteralProps & { readonly thing: string }) => {
  const { connectionOf } = useValues();
  const own = useOwnFields({ connectionId: connectionOf(undefined), thing });
  return <MapRows {...props} own={own ?? nothingOwn} />;
};

/** An object whose fields are named by the person; those that the account has are offered by their names. */
export const MapLiteral = (props: LiteralProps) => {
  const thing = textOf(asSchema(props.schema.ui)?.describe);
  return thing === undefined ? <MapRows {...props} own={nothingOwn} /> : <OwnMap {...props} thing={thing} />;
};
