import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SearchDialog } from '../page/search-dialog.js';
import { otherLayout } from './layouts.js';
import { type PageAct, usePageActsOnOffer } from './page-acts.js';
import { useTexts } from './texts/use-texts.js';
import { type Found, useFound } from './use-found.js';

const WAIT_MS = 200;

const MOST_ACTS = 6;

/** What the page can do, by its words; also typed in the other layout. */
const actsLike = (acts: readonly PageAct[], query: string): readonly PageAct[] => {
  const meant = [query.trim().toLowerCase(), otherLayout(query.trim())];
  return acts.filter(({ title }) => meant.some((word) => title.toLowerCase().includes(word))).slice(0, MOST_ACTS);
};

const Row = ({ one }: { readonly one: Found | PageAct }) => (
  <>
    <one.icon size={16} aria-hidden />
    <span className="palette-title">{one.title}</span>
    <span className="dim">{one.about}</span>
  </>
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
  return (
    <SearchDialog
      title={frame.search}
      hint={frame.searchHint}
      empty={isLooking ? undefined : frame.searchEmpty}
      query={query}
      onQuery={setQuery}
      found={found}
      keyOf={({ key }) => key}
      row={(one) => <Row one={one} />}
      onGo={(one) => {
        if ('run' in one) one.run();
        else void navigate({ href: one.href });
      }}
      onClose={onClose}
    />
  );
};
