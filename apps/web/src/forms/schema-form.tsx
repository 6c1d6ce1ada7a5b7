import { Checkbox, PasswordInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../app/texts/use-texts.js';
import type { Field } from './fields.js';
import type { FormText } from './read-form.js';

interface InputProps {
  readonly field: Field;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

const FieldInput = ({ field, value, fault, onChange }: InputProps) => {
  const { forms } = useTexts();
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
          data={[...field.choices]}
          value={value === '' ? null : value}
          onChange={(next) => onChange(next ?? '')}
          clearable={!field.isRequired}
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
  readonly onChange: (text: FormText) => void;
}

/** A form drawn from a JSON Schema. */
export const SchemaForm = ({ fields, text, faults, onChange }: Props) => (
  <Stack gap={12}>
    {fields.map((field) => (
      <FieldInput
        key={field.name}
        field={field}
        value={text[field.name] ?? field.initial ?? ''}
        fault={faults[field.name]}
        onChange={(value) => onChange({ ...text, [field.name]: value })}
      />
    ))}
  </Stack>
);
