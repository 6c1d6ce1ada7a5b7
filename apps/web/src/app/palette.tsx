import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { otherLayout } from './layouts.js';
import { type PageAct, usePageActsOnOffer } from './page-acts.js';
import { useTexts } from './texts/use-texts.js';
import { type Found, useFound } from './use-found.js';

const WAIT_MS = 200;

interface ListProps {
  readonly found: readonly (Found | PageAct)[];
  readonly at: number;
  readonly onGo: (found: Found | PageAct) => void;
}

const MOST_ACTS = 6;

/** What the page can do, by its words; also typed in the other layout. */
const actsLike = (acts: readonly PageAct[], query: string): readonly PageAct[] => {
  const meant = [query.trim().toLowerCase(), otherLayout(query.trim())];
  return acts.filter(({ title }) => meant.some((word) => title.toLowerCase().includes(word))).slice(0, MOST_ACTS);
};

const FoundList = ({ found, at, onGo }: ListProps) => (
  <ul className="palette-list" role="listbox" id="palette-list">
    {found.map((one, index) => (
      <li key={one.key} id={`palette-${index}`} role="option" aria-selected={index === at} onClick={() => onGo(one)}>
        <one.icon size={16} aria-hidden />
        <span className="palette-title">{one.title}</span>
        <span className="dim">{one.about}</span>
      </li>
    ))}
  </ul>
);

/** Ctrl+K: go to any document, deal, ИНН, scenario, run or place. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const { frame } = useTexts();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), WAIT_MS);
  const { found: places, isLooking } = useFound(asked);
  const [acts] = useState(() => usePageActsOnOffer.getState().list());
  const found = [...actsLike(acts, query), ...places];
  const [at, setAt] = useState(0);
  const go = (one: Found | PageAct) => {
    onClose();
    if ('run' in one) one.run();
    else void navigate({ href: one.href });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[at];
    if (event.key === 'Enter' && chosen !== undefined) go(chosen);
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((at + step + found.length) % found.length);
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} centered={false} padding={0} size={560} yOffset="12vh">
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className="palette-input"
        leftSection={<IconSearch size={18} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={frame.searchHint}
        aria-label={frame.searchHint}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={`palette-${at}`}
      />
      <FoundList found={found} at={at} onGo={go} />
      {found.length === 0 && !isLooking ? <p className="palette-empty dim">{frame.searchEmpty}</p> : null}
    </Modal>
  );
};
