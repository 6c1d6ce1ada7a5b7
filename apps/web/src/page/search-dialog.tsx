import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Dialog } from './dialog.js';

interface Props<T> {
  /** What the list is, for a screen reader. */
  readonly title: string;
  /** Shown over the field. */
  readonly heading?: string;
  readonly hint: string;
  /** Said when nothing was found; absent while it is still looked for. */
  readonly empty: string | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found: readonly T[];
  readonly keyOf: (one: T) => string;
  readonly row: (one: T) => ReactNode;
  readonly onGo: (one: T) => void;
  readonly onClose: () => void;
}

interface ListProps<T> extends Pick<Props<T>, 'title' | 'found' | 'keyOf' | 'row'> {
  readonly at: number;
  readonly onGo: (one: T) => void;
}

const FoundList = <T,>({ title, found, keyOf, row, at, onGo }: ListProps<T>) => (
  <ul className="palette-list" role="listbox" id="palette-list" aria-label={title}>
    {found.map((one, index) => (
      <li key={keyOf(one)} id={`palette-${index}`} role="option" aria-selected={index === at} onClick={() => onGo(one)}>
        {row(one)}
      </li>
    ))}
  </ul>
);

/** One field and what it finds: arrows move, Enter goes, Esc closes. */
export const SearchDialog = <T,>({ query, onQuery, onGo, onClose, empty, hint, heading, ...list }: Props<T>) => {
  const { found } = list;
  const [at, setAt] = useState(0);
  const go = (one: T): void => {
    onClose();
    onGo(one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[at];
    if (event.key === 'Enter' && chosen !== undefined) go(chosen);
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((at + step + found.length) % found.length);
  };
  return (
    <Dialog onClose={onClose} withCloseButton={false} padding={0} size={560} yOffset="12vh" title={heading}>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className="palette-input"
        leftSection={<IconSearch size={18} />}
        value={query}
        onChange={(event) => {
          onQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={hint}
        aria-label={hint}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={`palette-${at}`}
      />
      <FoundList {...list} at={at} onGo={go} />
      {found.length === 0 && empty !== undefined ? <p className="palette-empty dim">{empty}</p> : null}
    </Dialog>
  );
};
