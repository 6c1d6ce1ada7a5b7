import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RunSnapshot, RunStart, SegmentResult, SkeletonNode, UndoResult, Wake } from '@potok/contracts';
import { ENGINE, RUN_COMMANDS, RUN_END_STATUSES } from '@potok/contracts/names';

const folder = fileURLToPath(new URL('../histories/', import.meta.url));
const manifest = fileURLToPath(new URL('../../nodes/manifest.json', import.meta.url));

interface Recorded {
  readonly names: string[];
  readonly payloads: unknown[];
  readonly eventTypes: Set<string>;
}

/** Everything that was said in the recorded runs of one engine: inputs, signals, answers of activities (local ones lie in markers). */
const recordedOf = (engine: number): Recorded => {
  const found: Recorded = { names: [], payloads: [], eventTypes: new Set() };
  for (const name of readdirSync(folder).filter((file) => file.startsWith(`engine-${engine}.`))) {
    const history = JSON.parse(readFileSync(folder + name, 'utf8')) as { events: { eventType: string }[] };
    found.names.push(name);
    for (const event of history.events) found.eventTypes.add(event.eventType);
    collect(history, found.payloads);
  }
  return found;
};

const collect = (value: unknown, into: unknown[]): void => {
  if (typeof value !== 'object' || value === null) return;
  if ('data' in value && 'metadata' in value && typeof value.data === 'string') into.push(openPayload(value.data));
  else for (const inner of Object.values(value)) collect(inner, into);
};

const openPayload = (base64: string): unknown => {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the run that was recorded is one of: a mark for each, in the words of the lists below. */
const marksOf = ({ payloads, eventTypes, names }: Recorded): Set<string> => {
  const marks = new Set<string>();
  for (const said of payloads.filter(isObject)) for (const mark of marksIn(said)) marks.add(mark);
  if ([...eventTypes].some((type) => type.endsWith('TIMER_FIRED'))) marks.add('a wait whose time was up');
  if ([...eventTypes].some((type) => type.endsWith('CONTINUED_AS_NEW'))) marks.add('a run that is rolled over');
  if (names.length > 0) marks.add('any');
  return marks;
};

const marksIn = (said: Readonly<Record<string, unknown>>): string[] => {
  if (isStart(said)) return marksOfStart(said);
  if (said['kind'] === 'command') return [`command ${String(said['command'])}`];
  if (said['kind'] === 'event') return ['event'];
  if (typeof said['kind'] === 'string')
    return [`${'at' in said ? 'segment' : 'undo'} ${said['kind']}`, ...undoFault(said)];
  return typeof said['status'] === 'string' ? [`end ${said['status']}`] : [];
};

const isStart = (said: object): said is RunStart => 'skeleton' in said;
// A failed pass of the undo says where, as a segment does.
const undoFault = (said: Readonly<Record<string, unknown>>) => (said['kind'] === 'failed' ? ['undo failed'] : []);

const marksOfStart = ({ skeleton, graph, resume, begin }: RunStart): string[] => {
  const shown = graph === 'main' ? skeleton.main : skeleton.paths.find(({ id }) => id === graph)?.graph;
  const nodes = (shown?.nodes ?? []).flatMap(({ id, kind }) => (kind === 'wait' ? [kind, `wait ${id}`] : [kind]));
  return [
    ...nodes.map((kind) => `node ${kind}`),
    ...(graph === 'main' ? [] : ['path']),
    ...(begin === undefined ? [] : [resume === undefined ? 'begun in the middle' : 'begun in the middle and rolled']),
    ...(resume === undefined ? [] : rolledWith(resume)),
  ];
};

const rolledWith = ({ tokens, frames, isPaused, undo, early }: RunSnapshot): string[] => {
  const held = {
    'in branches': frames.length > 0,
    paused: isPaused,
    undoing: undo !== undefined,
    early: early.length > 0,
  };
  const others = Object.entries(held).flatMap(([word, isSo]) => (isSo ? [word] : []));
  return [...tokens.map(({ state }) => state), ...others].map((word) => `rolled ${word}`);
};

const keysOf = (all: Readonly<Record<string, true>>): string[] => Object.keys(all);
const NODES = keysOf({
  step: true,
  wait: true,
  stop: true,
  call: true,
  fork: true,
  join: true,
  each: true,
} satisfies Record<SkeletonNode['kind'], true>);
const SEGMENTS = keysOf({
  ended: true,
  stopped: true,
  waiting: true,
  boundary: true,
  left: true,
  parked: true,
  undo: true,
} satisfies Record<SegmentResult['kind'], true>);
const UNDOS = keysOf({ undone: true, failed: true, waiting: true } satisfies Record<UndoResult['kind'], true>);
const WAKES = keysOf({ event: true, command: true } satisfies Record<Wake['kind'], true>);
const ROLLED = ['waiting', 'in branches', 'paused', 'undoing', 'early'];

const waitTypes = (): string[] => {
  const { nodes } = JSON.parse(readFileSync(manifest, 'utf8')) as { nodes: { id: string; kind: string }[] };
  return nodes.filter(({ kind }) => kind === 'wait').map(({ id }) => id);
};

describe('the recorded histories of the engine that new runs are given', () => {
  const marks = marksOf(recordedOf(ENGINE));
  const missing = (kind: string, words: readonly string[]) =>
    words.map((word) => `${kind} ${word}`).filter((mark) => !marks.has(mark));

  it('hold every kind of wait of the registry, and the call', () => {
    expect(waitTypes().length).toBeGreaterThanOrEqual(4);
    expect(missing('node wait', waitTypes())).toEqual([]);
    expect(marks).toContain('a wait whose time was up');
  });

  it('hold every kind of node of a skeleton, and a path', () => {
    expect(missing('node', NODES)).toEqual([]);
    expect(marks).toContain('path');
  });

  it('hold a run that begins in the middle, and one that is then rolled over', () => {
    expect([...marks]).toEqual(expect.arrayContaining(['begun in the middle', 'begun in the middle and rolled']));
  });

  it('hold every answer of a segment and of an undo', () => {
    expect(missing('segment', SEGMENTS)).toEqual([]);
    expect(missing('undo', UNDOS)).toEqual([]);
  });

  it('hold every command of a person, every end, and what a run is rolled over with', () => {
    expect(missing('command', RUN_COMMANDS)).toEqual([]);
    expect(missing('end', RUN_END_STATUSES)).toEqual([]);
    expect(WAKES.filter((kind) => ![...marks].some((mark) => mark.startsWith(kind)))).toEqual([]);
    expect(marks).toContain('a run that is rolled over');
    expect(missing('rolled', ROLLED)).toEqual([]);
  });
});

it('would notice an engine of which nothing is recorded', () => {
  expect(marksOf(recordedOf(ENGINE + 1000)).size).toBe(0);
});
