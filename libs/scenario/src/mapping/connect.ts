import { dynamicOf } from '../values/param-value.js';
import { addToText, mapLeaf, mapList, spreadWhole, type Edited, type EditRefusal } from './edits.js';
import { fitOf } from './fits.js';
import { placeIn } from './places-in-params.js';
import type { SourceNode } from './source-tree.js';
import type { TargetNode } from './target-tree.js';

type Params = Readonly<Record<string, unknown>>;

/**
 * How a source can fill a field. `value`: as it is; `whole`: an object or a list as it is; `fields`: field by field of
 * the same name; `loop`: item by item; `text`: as a placeholder in the field's text; `loop-value`: a loop is made around first.
 */
export type Way = 'value' | 'whole' | 'fields' | 'loop' | 'text' | 'loop-value';

/** Both ends of a connection, and the trees they are from. */
export interface Ends {
  readonly target: TargetNode;
  readonly source: SourceNode;
  readonly targets: ReadonlyMap<string, TargetNode>;
  readonly sources: ReadonlyMap<string, SourceNode>;
}

const hasText = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || dynamicOf(value)?.kind === 'tpl';

/** The list of the target whose items a field belongs to. */
const listAround = (pointer: string): string | undefined => {
  const at = pointer.lastIndexOf('/*');
  return at < 0 ? undefined : pointer.slice(0, at);
};

const loopValue = (params: Params, { target, source }: Ends): boolean => {
  const around = listAround(target.pointer);
  if (source.list === undefined || around === undefined) return false;
  const { value, takenBy } = placeIn(params, around);
  return value === undefined && takenBy === undefined;
};

const structureWays = ({ target, source }: Ends): readonly Way[] => {
  const isWhole = fitOf(source.schema, target.schema) !== 'no';
  const byItems: readonly Way[] = [target.kind === 'list' ? 'loop' : 'fields'];
  const hasCommon = target.inner.some(({ key }) => source.inner.some((one) => one.key === key));
  const other = target.kind === 'list' || hasCommon ? byItems : [];
  return isWhole ? ['whole', ...other] : other;
};

const isReachable = (params: Params, { target, source }: Ends): boolean => {
  if (source.root !== undefined) return true;
  return [...placeIn(params, target.pointer).names.values()].includes(`${source.list ?? ''}/*`);
};

const plainWays = (params: Params, { target, source }: Ends): readonly Way[] | EditRefusal => {
  const isLeaves = source.kind === 'leaf' && target.kind === 'leaf';
  if (!isLeaves && target.type !== 'any' && source.type !== 'any') return 'KINDS_DIFFER';
  const isText = target.type === 'text' && hasText(placeIn(params, target.pointer).value);
  if (isText && source.kind === 'leaf') return ['text', 'value'];
  // A field that takes anything takes a list either way.
  return source.kind === 'list' ? ['whole', 'loop'] : ['value'];
};

/** The ways in which a source can fill a field, the best first; or why it cannot. */
export const waysToConnect = (params: Params, ends: Ends): readonly Way[] | EditRefusal => {
  const { target, source } = ends;
  if (loopValue(params, ends)) return ['loop-value'];
  if (placeIn(params, target.pointer).takenBy !== undefined) return 'TAKEN';
  if (!isReachable(params, ends)) return 'NEEDS_LOOP';
  if (source.kind === target.kind && source.kind !== 'leaf') {
    const ways = structureWays(ends);
    return ways.length === 0 ? 'KINDS_DIFFER' : ways;
  }
  return plainWays(params, ends);
};

const withLoop = (params: Params, { target, source, targets, sources }: Ends): Edited => {
  const list = targets.get(listAround(target.pointer) ?? '');
  const from = sources.get(source.list ?? '');
  if (list === undefined || from === undefined) return { refusal: 'NEEDS_LOOP' };
  const looped = mapList(params, list.pointer, from);
  return 'params' in looped ? mapLeaf(looped.params, target.pointer, source) : looped;
};

/** Connects a source to a field in one of its ways, the best one if none is named. */
export const connect = (params: Params, ends: Ends, way?: Way): Edited => {
  const ways = waysToConnect(params, ends);
  if (typeof ways === 'string') return { refusal: ways };
  const { target, source } = ends;
  switch (way ?? ways[0]) {
    case 'loop-value':
      return withLoop(params, ends);
    case 'loop':
      return mapList(params, target.pointer, source);
    case 'fields':
      return spreadWhole(params, target, source);
    case 'text':
      return addToText(params, target.pointer, { source });
    case 'value':
    case 'whole':
    case undefined:
    default:
      return mapLeaf(params, target.pointer, source);
  }
};
