import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { fieldPath, type ListWay, listWays } from '@potok/scenario';
import { useId, useMemo, useState } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { ListChoice } from './list-choice.js';
import type { PickedPath } from './pick.js';
import { TreeLine } from './tree-line.js';
import { foundRows, topRows, type TreeReading, type TreeRow, visibleRows } from './tree-rows.js';
import { useTreeKeys } from './use-tree-keys.js';
import { type LocalNames, noNames, type ValueScope } from './value-scope.js';

export interface SourceTreeProps {
  readonly scope: ValueScope;
  /** Of the `$each` around the field that is being filled. */
  readonly names?: LocalNames;
  /** Only a path will do: of a list then the first row, and nothing is asked. */
  readonly isPathOnly?: boolean;
  readonly onPick: (picked: PickedPath) => void;
}

const FIRST_OPEN = 3;

/** What to show open at first: the event and the nearest steps. */
const openAtFirst = (reading: TreeReading): ReadonlySet<string> => {
  const top = topRows(reading).filter(({ isGroup }) => !isGroup);
  return new Set([...top.slice(0, 1), ...top.slice(-FIRST_OPEN)].map(({ id }) => id));
};

const pickedOf = (row: TreeRow, { scope, names }: TreeReading): PickedPath => {
  const { cel, tpl, schema } = fieldPath(scope.place, row.keys, names.schemas);
  return { path: cel, tpl, schema };
};

const pickedWay = ({ cel, celText, tpl, schema }: ListWay): PickedPath => ({
  path: cel,
  tpl: tpl.replace(/^\{\{|\}\}$/g, ''),
  text: tpl,
  schema,
  ...(celText === undefined ? {} : { celText }),
});

/** All that a field may take, as a tree with the values of the sample; click, Enter or drag. */
export const SourceTree = ({ scope, names = noNames, isPathOnly = false, onPick }: SourceTreeProps) => {
  const { texts, language } = useEditorSpeech();
  const { tree } = texts.values;
  const id = useId();
  const [search, setSearch] = useState('');
  const reading = useMemo(() => ({ scope, names, texts, language }), [scope, names, texts, language]);
  const [open, setOpen] = useState(() => openAtFirst(reading));
  const rows = useMemo(
    () => (search.trim() === '' ? visibleRows(reading, open) : foundRows(reading, search)),
    [reading, open, search],
  );
  const toggle = (row: TreeRow, isOpen: boolean): void => {
    const next = new Set(open);
    if (isOpen) next.add(row.id);
    else next.delete(row.id);
    setOpen(next);
  };
  const [asked, setAsked] = useState<{ readonly row: TreeRow; readonly ways: readonly ListWay[] }>();
  const pick = (row: TreeRow): void => {
    const ways = isPathOnly ? [] : listWays(scope.place, row.keys, names.schemas);
    if (ways.length > 1) setAsked({ row, ways });
    else onPick(pickedOf(row, reading));
  };
  const stopAsking = (): void => {
    setAsked(undefined);
    document.getElementById(`${id}-${asked?.row.id ?? ''}`)?.focus();
  };
  const choose = (way: ListWay): void => {
    stopAsking();
    onPick(pickedWay(way));
  };
  const { active, setActive, onKeyDown } = useTreeKeys({ rows, id, toggle, pick });
  return (
    <div className="source-tree">
      <TextInput
        type="search"
        size="xs"
        leftSection={<IconSearch size={14} />}
        aria-label={tree.search}
        placeholder={tree.search}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {rows.length === 0 ? (
        <p className="dim small">{search === '' ? tree.empty : tree.noneFound(search)}</p>
      ) : (
        <div role="tree" aria-label={tree.title} className="tree" onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <TreeLine
              key={row.id}
              row={row}
              domId={`${id}-${row.id}`}
              isActive={row.id === active}
              picked={() => pickedOf(row, reading)}
              onActive={() => setActive(row.id)}
              onToggle={() => toggle(row, !row.isOpen)}
              onPick={() => pick(row)}
            >
              {asked?.row.id !== row.id ? null : (
                <ListChoice
                  name={row.label}
                  ways={asked.ways}
                  onChoose={choose}
                  onClose={stopAsking}
                  onLeave={() => setAsked(undefined)}
                />
              )}
            </TreeLine>
          ))}
        </div>
      )}
    </div>
  );
};
