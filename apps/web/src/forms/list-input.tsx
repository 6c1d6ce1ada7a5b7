import { Select, TextInput } from '@mantine/core';
import { useTexts } from '../app/texts/use-texts.js';
import { useList } from '../connections/use-list.js';

interface Props {
  readonly connectionId: string;
  readonly list: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
}

/** A value out of a list of the account; written by hand where no account is chosen or it shows nothing. */
export const ListInput = ({ connectionId, list, value, isRequired, onChange, ...common }: Props) => {
  const { forms } = useTexts();
  const { data: choices = [], isFetching } = useList(connectionId, list);
  if (choices.length === 0) {
    const isAbsent = connectionId !== '' && !isFetching;
    return (
      <TextInput
        {...common}
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...(isAbsent ? { description: [common.description, forms.listAbsent].filter(Boolean).join(' ') } : {})}
      />
    );
  }
  const isListed = value === '' || choices.some((one) => one.value === value);
  return (
    <Select
      {...common}
      required={isRequired}
      searchable
      clearable={!isRequired}
      data={[
        ...choices.map((one) => ({ value: one.value, label: one.label })),
        ...(isListed ? [] : [{ value, label: forms.notListed(value) }]),
      ]}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
    />
  );
};
