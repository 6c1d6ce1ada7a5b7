import { ActionIcon, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import type { Parameter, Slot } from '@potok/contracts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { fieldsOf } from '../../forms/fields.js';
import { type FormText, readForm } from '../../forms/read-form.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useSystems } from '../../connections/systems.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useNameText } from '../state/use-name-text.js';
import { ParameterLimits } from './parameter-limits.js';
import { ParameterName } from './parameter-name.js';
import {
  kindOfParameter,
  listOfParameter,
  PARAMETER_KINDS,
  type ParameterKind,
  schemaOfKind,
} from './parameter-schema.js';

interface Props {
  readonly parameter: Parameter;
  readonly slots: readonly Slot[];
  readonly isReadOnly: boolean;
}

const isKind = (value: string | null): value is ParameterKind =>
  (PARAMETER_KINDS as readonly (string | null)[]).includes(value);

const ListSource = ({ parameter, slots, isReadOnly }: Props) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const systems = useSystems();
  const { list, slot } = listOfParameter(parameter);
  const gateway = slots.find(({ id }) => id === slot)?.gateway;
  const lists = [
    ...new Set(
      systems.filter((system) => system.implements.some((one) => one === gateway)).flatMap((one) => one.lists),
    ),
  ];
  const put = (from: { readonly list: string; readonly slot: string }): void =>
    store.getState().act({ kind: 'put-parameter', parameter: { ...parameter, schema: schemaOfKind('list', from) } });
  return (
    <Group gap={8} grow>
      <Select
        label={settings.fromSlot}
        placeholder={slots.length === 0 ? settings.noSlots : ''}
        readOnly={isReadOnly}
        data={slots.map(({ id, title }) => ({ value: id, label: title }))}
        value={slot === '' ? null : slot}
        onChange={(next) => put({ list, slot: next ?? '' })}
      />
      <Select
        label={settings.list}
        readOnly={isReadOnly}
        data={lists.map((one) => ({ value: one, label: settings.lists[one] ?? one }))}
        value={list === '' ? null : list}
        onChange={(next) => put({ list: next ?? '', slot })}
      />
    </Group>
  );
};

const asText = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

interface ValueProps {
  readonly parameter: Parameter;
  readonly label: string;
  readonly value: unknown;
  readonly isReadOnly: boolean;
  readonly onChange: (value: unknown) => void;
}

/** One value of the parameter's kind. */
const ValueOf = ({ parameter: { id, schema }, label, value, isReadOnly, onChange }: ValueProps) => {
  const texts = useEditorTexts();
  const slots = useEditor(({ history }) => history.document.binding.slots);
  const fields = fieldsOf({ type: 'object', properties: { [id]: { ...schema, title: label } } });
  const [typed, setTyped] = useState<FormText>();
  const shown = typed ?? { [id]: asText(value) };
  if (isReadOnly) return <p className="dim">{`${label}: ${asText(value)}`}</p>;
  return (
    <SchemaForm
      fields={fields}
      text={shown}
      faults={readForm(fields, shown, texts).faults}
      connectionOf={(slot) => slots[slot ?? ''] ?? ''}
      onChange={(text) => {
        setTyped(text);
        const read = readForm(fields, text, texts).value;
        if (read !== undefined) onChange(read[id]);
      }}
    />
  );
};

const withDefault = ({ default: _before, ...rest }: Parameter, value: unknown): Parameter =>
  value === undefined ? rest : { ...rest, default: value };

/** What the parameter is at this client, and where nothing is said. */
const Values = ({ parameter, isReadOnly }: Props) => {
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const value = useEditor(({ history }) => history.document.binding.parameters[parameter.id]);
  const common = { parameter, isReadOnly };
  return (
    <>
      {kindOfParameter(parameter) === 'list' ? null : (
        <ValueOf
          {...common}
          label={settings.byDefault}
          value={parameter.default}
          onChange={(next) =>
            store
              .getState()
              .act({ kind: 'put-parameter', parameter: withDefault(parameter, next) }, `parameter/${parameter.id}`)
          }
        />
      )}
      <ValueOf
        {...common}
        label={settings.value}
        value={value}
        onChange={(next) =>
          store
            .getState()
            .act({ kind: 'set-parameter', parameter: parameter.id, value: next }, `parameter/${parameter.id}`)
        }
      />
    </>
  );
};

/** One parameter: what it is called, what may stand there, and what stands there at this client. */
export const ParameterRow = (props: Props) => {
  const { parameter, isReadOnly } = props;
  const { settings } = useEditorTexts().editor;
  const store = useEditorApi();
  const put = (patch: Partial<Parameter>): void =>
    store.getState().act({ kind: 'put-parameter', parameter: { ...parameter, ...patch } }, `parameter/${parameter.id}`);
  const kind = kindOfParameter(parameter);
  const text = useNameText(parameter.title, (title) => put({ title }));
  return (
    <Stack gap={8} className="settings-card">
      <Group gap={8} align="flex-end" wrap="nowrap">
        <TextInput flex={1} label={settings.parameterTitle} maxLength={120} readOnly={isReadOnly} {...text} />
        <Select
          w={170}
          label={settings.kind}
          allowDeselect={false}
          readOnly={isReadOnly}
          placeholder={settings.otherKind}
          data={PARAMETER_KINDS.map((value) => ({ value, label: settings.kinds[value] }))}
          value={kind ?? null}
          onChange={(next) => isKind(next) && put({ schema: schemaOfKind(next, listOfParameter(parameter)) })}
        />
        <ActionIcon
          variant="default"
          disabled={isReadOnly}
          aria-label={settings.removeParameter(parameter.title)}
          onClick={() => store.getState().act({ kind: 'remove-parameter', parameter: parameter.id })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      {kind === 'list' ? <ListSource {...props} /> : null}
      <Checkbox
        label={settings.required}
        disabled={isReadOnly}
        checked={parameter.isRequired === true}
        onChange={(event) => put({ isRequired: event.currentTarget.checked })}
      />
      {kind === 'integer' ? (
        <ParameterLimits parameter={parameter} isReadOnly={isReadOnly} onSchema={(schema) => put({ schema })} />
      ) : null}
      <Values key={parameter.id + JSON.stringify(parameter.schema)} {...props} />
      <ParameterName parameter={parameter} isReadOnly={isReadOnly} />
    </Stack>
  );
};
