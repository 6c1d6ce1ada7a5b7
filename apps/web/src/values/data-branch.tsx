import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { CopyButton } from '../page/copy-button.js';
import { type DataEntry, entriesOf } from './data-entries.js';
import { shownValue } from './shown-value.js';

interface Props {
  readonly entry: DataEntry;
  readonly depth: number;
}

const OPEN_DEPTH = 1;
const FIRST = 50;

const Inner = ({ entries, depth }: { readonly entries: readonly DataEntry[]; readonly depth: number }) => {
  const { page } = useEditorSpeech().texts;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? entries : entries.slice(0, FIRST);
  return (
    <ul className="data-list">
      {shown.map((entry) => (
        <DataBranch key={entry.key} entry={entry} depth={depth} />
      ))}
      {shown.length === entries.length ? null : (
        <li>
          <UnstyledButton className="value-more" onClick={() => setIsWhole(true)}>
            {page.showAll}
          </UnstyledButton>
        </li>
      )}
    </ul>
  );
};

/** One part of a value, with its own parts folded under it. */
export const DataBranch = ({ entry, depth }: Props) => {
  const speech = useEditorSpeech();
  const { data } = speech.texts.values;
  const { title, value, schema, path } = entry;
  const entries = entriesOf(value, schema, path);
  const [isOpen, setIsOpen] = useState(depth <= OPEN_DEPTH && (entries?.length ?? 0) <= FIRST);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className="data-line">
        {entries === undefined ? (
          <>
            <span className="data-title">{title}</span>
            <span className="data-value">{shownValue(value, schema, speech)}</span>
          </>
        ) : (
          <UnstyledButton className="data-title" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <Chevron size={14} aria-hidden /> {title}{' '}
            <span className="dim">{Array.isArray(value) ? data.items(entries.length) : ''}</span>
          </UnstyledButton>
        )}
        <CopyButton value={path} label={data.copyPath(path)} />
      </div>
      {entries !== undefined && isOpen ? <Inner entries={entries} depth={depth + 1} /> : null}
    </li>
  );
};
