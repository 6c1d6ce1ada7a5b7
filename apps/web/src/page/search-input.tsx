import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

const WAIT_MS = 300;

interface Props {
  readonly value: string;
  readonly label: string;
  readonly onChange: (value: string | undefined) => void;
}

/** Types at once, asks when the hand rests. */
export const SearchInput = ({ value, label, onChange }: Props) => {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), WAIT_MS);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      className="grow"
      type="search"
      leftSection={<IconSearch size={16} />}
      placeholder={label}
      aria-label={label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
};
