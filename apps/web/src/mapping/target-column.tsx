import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Finding } from '@potok/contracts';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import type { ConnectionOf, ValueScope } from '../values/value-scope.js';
import { AddField } from './add-field.js';
import type { MappingTarget } from './mapping-target.js';
import type { FieldFinding } from './preview.js';
import { useLasting } from './target-actions.js';
import { TargetEditor } from './target-editor.js';
import { type TargetFilter, targetRows } from './target-rows.js';
import { TargetRow } from './target-row.js';
import type { Mapping } from './use-mapping.js';
import { useStops } from './use-stops.js';
import { useRowWords } from './use-row-words.js';
import { WayChoice } from './way-choice.js';

export interface TargetColumnProps {
  readonly mapping: Mapping;
  readonly target: MappingTarget;
  readonly params: Readonly<Record<string, unknown>>;
  readonly scope: ValueScope;
  /** Of the drawing's checks, for the open field. */
  readonly compiled: readonly Finding[];
  readonly findings: readonly FieldFinding[];
  readonly result: unknown;
  readonly connectionOf: ConnectionOf;
  readonly isReadOnly: boolean;
}

const FILTERS: readonly TargetFilter[] = ['all', 'required', 'empty', 'wrong'];

const useRows = ({ mapping, params, findings }: TargetColumnProps) => {
  const [filter, setFilter] = useState<TargetFilter>('all');
  const [search, setSearch] = useState('');
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const fold = useCallback((pointer: string, isOpen: boolean) => {
    setFolds((before) => new Map(before).set(pointer, isOpen));
  }, []);
  const { targets, filling } = mapping;
  const suggestions = mapping.suggestions.shown;
  const shown = useMemo(
    () => targetRows({ targets, params, filling, findings, suggestions, filter, search, folds }),
    [targets, params, filling, findings, suggestions, filter, search, folds],
  );
  return { ...shown, filter, setFilter, search, setSearch, fold };
};

const useActions = ({ mapping }: TargetColumnProps, fold: (pointer: string, isOpen: boolean) => void) => {
  const [edited, setEdited] = useState<string>();
  const { chosen, join, forget, clear, set, spread, accept, suggestions } = mapping;
  const actions = useLasting({
    press: ({ pointer }) => {
      if (chosen === undefined) setEdited(edited === pointer ? undefined : pointer);
      else join(chosen.id, pointer);
    },
    join,
    clear,
    set,
    spread,
    accept,
    dismiss: suggestions.dismiss,
    forget,
    fold,
  });
  return { edited, actions };
};

const Others = ({ findings }: { readonly findings: readonly FieldFinding[] }): ReactNode =>
  findings.map(({ detail, severity = 'error' }) => (
    <p key={detail} className={severity === 'error' ? 'value-fault' : 'value-warning'}>
      {detail}
    </p>
  ));

/** The fields to fill, with what fills them; one may be open for editing. */
export const TargetColumn = (props: TargetColumnProps) => {
  const { mapping, target, params, scope, compiled, result, connectionOf, isReadOnly } = props;
  const { texts } = useEditorSpeech();
  const words = texts.mapping;
  const { rows, others, filter, setFilter, search, setSearch, fold } = useRows(props);
  const { edited, actions } = useActions(props, fold);
  const wordsOf = useRowWords({ params, scope, result, sources: mapping.index.sources });
  const stops = useStops(rows[0]?.node.pointer, fold);
  const { asking, chosen, index } = mapping;
  return (
    <section className="mapping-column" aria-label={words.targets}>
      <header className="mapping-column-head">
        <h3>{words.targets}</h3>
        <SegmentedControl
          size="xs"
          aria-label={words.filters}
          value={filter}
          onChange={(value) => setFilter(FILTERS.find((one) => one === value) ?? 'all')}
          data={FILTERS.map((value) => ({ value, label: words.filter[value] }))}
        />
        <TextInput
          type="search"
          size="xs"
          leftSection={<IconSearch size={14} />}
          aria-label={words.findTarget}
          placeholder={words.findTarget}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      <div
        ref={stops.host}
        className="mapping-scroll"
        onKeyDown={stops.onKeyDown}
        onFocus={(event) => {
          const pointer = event.target.closest<HTMLElement>('[data-target]')?.dataset.target;
          if (pointer !== undefined) stops.setActive(pointer);
        }}
      >
        <Others findings={others} />
        {rows.length === 0 ? <p className="mapping-none">{words.nothingFits}</p> : null}
        <ul className="mapping-targets">
          {rows.map(({ value, ...row }) => {
            const { pointer } = row.node;
            const isEdited = edited === pointer && !isReadOnly;
            const isAsked = asking?.target === pointer;
            return (
              <TargetRow
                key={pointer}
                {...row}
                {...wordsOf({ value, ...row })}
                isActive={stops.active === pointer}
                isEdited={isEdited}
                isReadOnly={isReadOnly}
                suggested={index.sources.get(row.suggestion?.source ?? '')?.title}
                chosen={chosen?.title}
                actions={actions}
                question={isAsked ? <WayChoice asking={asking} actions={actions} /> : undefined}
                editor={
                  isEdited ? (
                    <TargetEditor
                      node={row.node}
                      value={value}
                      params={params}
                      sources={index.sources}
                      scope={scope}
                      findings={compiled}
                      connectionOf={connectionOf}
                      onChange={(next) => actions.set(pointer, next)}
                    />
                  ) : undefined
                }
              />
            );
          })}
        </ul>
        {target.isOpen && !isReadOnly ? (
          <AddField
            keys={mapping.targets.map(({ key }) => key)}
            onAdd={(key) => actions.set(`${target.at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, '')}
            onDrop={mapping.addFrom}
          />
        ) : null}
      </div>
    </section>
  );
};
