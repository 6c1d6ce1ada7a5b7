import { Checkbox, PasswordInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useSpeech } from '../app/texts/use-texts.js';
import type { Field } from './fields.js';
import { ListInput } from './list-input.js';
import type { FormText } from './read-form.js';

/** The account whose lists fill a field; empty when none is chosen yet. */
type ConnectionOf = (slot: string | undefined) => string;

interface InputProps {
  readonly field: Field;
  readonly value: string;
  readonly fault: string | undefined;
  readonly connectionOf: ConnectionOf;
  readonly onChange: (value: string) => void;
}

const FieldInput = ({ field, value, fault, connectionOf, onChange }: InputProps) => {
  const { texts, language } = useSpeech();
  const { forms } = texts;
  const common = {
    label: field.title || forms.json,
    description: field.description,
    error: fault,
    required: field.isRequired,
    placeholder: field.example,
  };
  const typed = {
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...common}
          data={field.choices.map((code) => ({ value: code, label: field.words?.[code]?.[language] ?? code }))}
          value={value === '' ? null : value}
          onChange={(next) => onChange(next ?? '')}
          clearable={!field.isRequired}
        />
      );
    case 'list':
      return (
        <ListInput
          label={field.title}
          description={field.description}
          error={fault}
          connectionId={connectionOf(field.list?.slot)}
          list={field.list?.name ?? ''}
          value={value}
          isRequired={field.isRequired}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Checkbox
          label={field.title}
          description={field.description}
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.currentTarget.checked))}
        />
      );
    case 'secret':
      return <PasswordInput {...common} {...typed} autoComplete="new-password" />;
    case 'json':
      return <Textarea {...common} {...typed} autosize minRows={4} maxRows={14} classNames={{ input: 'mono' }} />;
    case 'date':
      return <TextInput {...common} {...typed} type="date" />;
    case 'instant':
      return <TextInput {...common} {...typed} type="datetime-local" />;
    case 'integer':
    case 'number':
    case 'decimal':
      return <TextInput {...common} {...typed} inputMode="decimal" />;
    case 'text':
      return <TextInput {...common} {...typed} />;
  }
};

interface Props {
  readonly fields: readonly Field[];
  readonly text: FormText;
  readonly faults: Readonly<Record<string, string>>;
  /** Without it, what a list would offer is written by hand. */
  readonly connectionOf?: ConnectionOf;
  readonly onChange: (text: FormText) => void;
}

const none: ConnectionOf = () => '';

/** A form drawn from a JSON Schema. */
export const SchemaForm = ({ fields, text, faults, connectionOf = none, onChange }: Props) => (
  <Stack gap={12}>
    {fields.map((field) => (
      <FieldInput
        key={field.name}
        field={field}
        value={text[field.name] ?? field.initial ?? ''}
        fault={faults[field.name]}
        connectionOf={connectionOf}
        onChange={(value) => onChange({ ...text, [field.name]: value })}
      />
    ))}
  </Stack>
);
