import { TextInput } from '@mantine/core';
import type { Scenario } from '@potok/contracts';
import { IconSearch } from '@tabler/icons-react';
import type { SourceNode } from '@potok/scenario';
import { useCallback, useMemo, useState } from 'react';
import type { EditorTexts } from '../app/texts/catalogue.js';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { shownValue } from '../values/shown-value.js';
import type { SampleData } from '../values/value-scope.js';
import { isFound, rowsOf } from './rows.js';
import { sampleValueAt } from './sample-scope.js';
import { SourceRow } from './source-row.js';
import { useStops } from './use-stops.js';

interface Props {
  readonly sources: readonly SourceNode[];
  readonly data: SampleData;
  /** Names the parameters. */
  readonly scenario: Scenario;
  /** Ids of sources that fields are filled from. */
  readonly used: ReadonlySet<string>;
  readonly chosen: SourceNode | undefined;
  readonly onChoose: (source: SourceNode | undefined) => void;
}

const OPEN_STEPS = 3;

/** At first the nearest steps are open, and whatever is used. */
const isOpenAtFirst = (sources: readonly SourceNode[], used: ReadonlySet<string>): ((node: SourceNode) => boolean) => {
  const nearest = new Set(sources.slice(-OPEN_STEPS).map(({ id }) => id));
  const inUse = new Set([...used].flatMap((id) => prefixesOf(id)));
  return ({ id }) => nearest.has(id) || inUse.has(id);
};

const prefixesOf = (id: string): readonly string[] => {
  const parts = id.split('/');
  return parts.slice(2).map((_part, index) => parts.slice(0, index + 2).join('/'));
};

/** Roots of the scope have no title of their own. */
const titleOf = ({ id, key, title }: SourceNode, texts: EditorTexts, scenario: Scenario): string => {
  const known: Readonly<Record<string, string>> = texts.values.roots;
  if (key === '*') return texts.mapping.everyItem;
  const parameter = id === `/params/${key}` ? scenario.parameters.find((one) => one.id === key) : undefined;
  if (parameter !== undefined) return parameter.title;
  return id === `/${title}` ? (known[key] ?? title) : title;
};

export const SourceColumn = ({ sources, data, scenario, used, chosen, onChoose }: Props) => {
  const { texts, language } = useEditorSpeech();
  const { mapping } = texts;
  const [search, setSearch] = useState('');
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [openAtFirst] = useState(() => isOpenAtFirst(sources, used));
  const fold = useCallback((id: string, isOpen: boolean) => {
    setFolds((before) => new Map(before).set(id, isOpen));
  }, []);
  const rows = useMemo(
    () =>
      rowsOf(sources, {
        isOpen: (node) => folds.get(node.id) ?? openAtFirst(node),
        isWanted: (node) => isFound(node, search),
        isForced: search.trim() !== '',
      }),
    [sources, folds, openAtFirst, search],
  );
  const stops = useStops(rows[0]?.node.id, fold);
  const chosenId = chosen?.id;
  const choose = useCallback(
    (node: SourceNode) => onChoose(node.id === chosenId ? undefined : node),
    [onChoose, chosenId],
  );
  const sampleOf = (node: SourceNode): string => {
    const value = sampleValueAt(data, node.id);
    if (node.kind === 'list') return Array.isArray(value) ? mapping.itemsCount(value.length) : '';
    return node.kind === 'leaf' && value !== undefined ? shownValue(value, node.schema, { language, texts }) : '';
  };
  return (
    <section className="mapping-column" aria-label={mapping.sources}>
      <header className="mapping-column-head">
        <h3>{mapping.sources}</h3>
        <TextInput
          type="search"
          size="xs"
          leftSection={<IconSearch size={14} />}
          aria-label={mapping.findSource}
          placeholder={mapping.findSource}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      <div
        ref={stops.host}
        className="mapping-scroll"
        role="tree"
        aria-label={mapping.sources}
        onKeyDown={stops.onKeyDown}
        onFocus={(event) => {
          const { stop } = event.target.dataset;
          if (stop !== undefined) stops.setActive(stop);
        }}
      >
        {rows.length === 0 ? <p className="mapping-none">{mapping.noSources}</p> : null}
        {rows.map(({ node, ...row }) => (
          <SourceRow
            key={node.id}
            node={node}
            {...row}
            title={titleOf(node, texts, scenario)}
            sample={sampleOf(node)}
            isActive={node.id === stops.active}
            isChosen={node.id === chosenId}
            onChoose={choose}
            onFold={fold}
          />
        ))}
      </div>
    </section>
  );
};
