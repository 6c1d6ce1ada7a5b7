import type { ScenarioNode } from '@potok/contracts';
import {
  connect,
  filledFields,
  fillingOf,
  flatSources,
  flatTargets,
  linesOf,
  mapLeaf,
  mapList,
  setField,
  sourceTree,
  spreadWhole,
  suggestMappings,
  targetTree,
  unmap,
  waysToConnect,
  type Edited,
  type EditRefusal,
  type Ends,
  type MappingPlace,
  type SourceNode,
  type Suggestion,
  type TargetNode,
  type Way,
} from '@potok/scenario';
import { useDeferredValue, useMemo, useState } from 'react';
import type { MappingTarget } from './mapping-target.js';

type Params = ScenarioNode['params'];

/** A connection that can be made in several ways, or cannot be made. */
export interface Asking {
  readonly target: string;
  readonly source: SourceNode;
  readonly ways: readonly Way[];
  readonly refusal?: EditRefusal;
}

interface Given {
  readonly params: Params;
  readonly onChange: (params: Params) => void;
  readonly place: MappingPlace;
  readonly target: MappingTarget;
}

const byId = (nodes: readonly SourceNode[]): ReadonlyMap<string, SourceNode> =>
  new Map(flatSources(nodes).map((node) => [node.id, node]));
const byPointer = (nodes: readonly TargetNode[]): ReadonlyMap<string, TargetNode> =>
  new Map(flatTargets(nodes).map((node) => [node.pointer, node]));

const useTrees = ({ place, target }: Given) => {
  const sources = useMemo(() => sourceTree(place), [place]);
  const targets = useMemo(() => targetTree(target.schema, target.at), [target]);
  const index = useMemo(() => ({ sources: byId(sources), targets: byPointer(targets) }), [sources, targets]);
  return { sources, targets, index };
};

type Trees = ReturnType<typeof useTrees>;

const keyOf = ({ target, source }: Suggestion): string => `${target} ${source}`;

const useSuggestions = ({ params, target }: Given, { sources, targets }: Trees) => {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const settled = useDeferredValue(params);
  const all = useMemo(
    () => suggestMappings({ targets, sources, filled: filledFields(settled), at: target.at }),
    [targets, sources, settled, target.at],
  );
  const shown = useMemo(() => all.filter((one) => !hidden.has(keyOf(one))), [all, hidden]);
  const dismiss = (...gone: readonly Suggestion[]): void => setHidden(new Set([...hidden, ...gone.map(keyOf)]));
  return { shown, dismiss };
};

const accepted = (params: Params, suggestion: Suggestion, { index }: Trees): Params => {
  const ends = endsOf(suggestion.source, suggestion.target, index);
  if (ends === undefined) return params;
  const ways = waysToConnect(params, ends);
  const way = ways.includes(suggestion.how) ? suggestion.how : undefined;
  const edited = connect(params, ends, way);
  return 'params' in edited ? edited.params : params;
};

const endsOf = (source: string, target: string, { sources, targets }: Trees['index']): Ends | undefined => {
  const from = sources.get(source);
  const to = targets.get(target);
  return from === undefined || to === undefined ? undefined : { source: from, target: to, sources, targets };
};

/** Where fields may be added, a field of a list put onto a loop over that list becomes a field of its items. */
const drawnItem = (params: Params, { source, target }: Ends, isOpen: boolean): Edited | undefined => {
  const isOfItem = isOpen && target.kind === 'list' && source.list !== undefined && source.key !== '*';
  if (!isOfItem || filledFields(params).get(target.pointer) !== source.list) return undefined;
  return mapLeaf(params, `${target.pointer}/*/${asKey(source.key)}`, source);
};

/** Connecting: at once where there is one way, asking where there are several, saying why where there is none. */
const useConnecting = ({ params, onChange, target: { isOpen } }: Given, { index }: Trees) => {
  const [chosen, setChosen] = useState<SourceNode | undefined>(undefined);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const take = (edited: Edited, about: Omit<Asking, 'ways'>): void => {
    if ('params' in edited) onChange(edited.params);
    setAsking('params' in edited ? undefined : { ...about, ways: [], refusal: edited.refusal });
    if ('params' in edited) setChosen(undefined);
  };
  const join = (source: string, target: string, way?: Way): void => {
    const ends = endsOf(source, target, index);
    if (ends === undefined) return;
    const about = { target, source: ends.source };
    const drawn = drawnItem(params, ends, isOpen);
    if (drawn !== undefined) {
      take(drawn, about);
      return;
    }
    const ways = waysToConnect(params, ends);
    if (typeof ways !== 'string' && ways.length > 1 && way === undefined) setAsking({ ...about, ways });
    else take(connect(params, ends, way), about);
  };
  return { chosen, setChosen, asking, join, forget: () => setAsking(undefined) };
};

/** All that a mapping shows and does, over params that somebody else keeps. */
export const useMapping = (given: Given) => {
  const { params, onChange } = given;
  const trees = useTrees(given);
  const lines = useMemo(() => linesOf(params), [params]);
  const filling = useMemo(() => fillingOf(trees.targets, params), [trees.targets, params]);
  const suggestions = useSuggestions(given, trees);
  const connecting = useConnecting(given, trees);
  const accept = (...taken: readonly Suggestion[]): void =>
    onChange(taken.reduce((so, one) => accepted(so, one, trees), params));
  const apply = (edited: Edited): void => {
    if ('params' in edited) onChange(edited.params);
  };
  return {
    ...trees,
    lines,
    filling,
    suggestions,
    accept,
    ...connecting,
    set: (pointer: string, value: unknown) => apply(setField(params, pointer, value)),
    clear: (pointer: string) => onChange(unmapWithin(params, pointer, given.target.at)),
    spread: (target: TargetNode) => {
      const line = lines.find((one) => one.target === target.pointer && one.how === 'whole');
      const source = trees.index.sources.get(line?.source ?? '');
      if (source !== undefined) apply(spreadWhole(params, target, source));
    },
    /** A new field of the source's name, where fields may be added. */
    addFrom: (id: string) => {
      const source = trees.index.sources.get(id);
      if (source === undefined) return;
      const pointer = `${given.target.at}/${freeKey(source.key, trees.targets)}`;
      apply(source.kind === 'list' ? mapList(params, pointer, source) : mapLeaf(params, pointer, source));
    },
  };
};

const asKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const freeKey = (wanted: string, targets: readonly TargetNode[]): string => {
  const base = wanted === '*' ? 'value' : wanted;
  const taken = new Set(targets.map(({ key }) => key));
  let key = base;
  for (let count = 2; taken.has(key); count += 1) key = `${base}${count}`;
  return asKey(key);
};

/** The object that the mapping fills stays, though it is empty. */
const unmapWithin = (params: Params, pointer: string, at: string): Params => {
  const left = unmap(params, pointer);
  const key = at.slice(1);
  return key === '' || Object.hasOwn(left, key) ? left : { ...left, [key]: {} };
};

export type Mapping = ReturnType<typeof useMapping>;
