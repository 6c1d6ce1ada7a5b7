import { Loader, Select, TextInput } from '@mantine/core';
import { useTexts } from '../app/texts/use-texts.js';
import { useList } from '../connections/use-list.js';
import { useHasKeys } from '../page/use-has-keys.js';

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

interface Offered {
  readonly value: string;
  readonly label: string;
}

/** What stands in the field is shown even where the list has it not, or not yet. */
const withOwn = (offered: readonly Offered[], own: Offered): Offered[] =>
  own.value === '' || offered.some(({ value }) => value === own.value) ? [...offered] : [...offered, own];

/** A value out of a list of the account; written by hand where no account is chosen or it shows nothing. */
export const ListInput = ({ connectionId, list, value, isRequired, onChange, ...common }: Props) => {
  const { forms, page } = useTexts();
  const { data: choices = [], isLoading } = useList(connectionId, list);
  const { hasKeys, watched } = useHasKeys();
  if (choices.length === 0 && !isLoading) {
    const isAbsent = connectionId !== '';
    return (
      <TextInput
        {...common}
        {...watched}
        autoFocus={hasKeys.current}
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...(isAbsent ? { description: [common.description, forms.listAbsent].filter(Boolean).join(' ') } : {})}
      />
    );
  }
  const offered = choices.map((one) => ({ value: one.value, label: one.label }));
  return (
    <Select
      {...common}
      {...watched}
      required={isRequired}
      searchable
      clearable={!isRequired}
      nothingFoundMessage={isLoading ? page.loading : forms.listNothing}
      {...(isLoading ? { rightSection: <Loader size={14} /> } : {})}
      data={withOwn(offered, { value, label: isLoading ? value : forms.notListed(value) })}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
    />
  );
};
