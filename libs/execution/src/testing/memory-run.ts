import { createHash, randomUUID } from 'node:crypto';
import type {
  Plan,
  PlanStep,
  RunId,
  RunMode,
  SegmentOrder,
  SkeletonEdge,
  SkeletonNode,
  WorkspaceId,
} from '@potok/contracts';
import type { AnyDefinition, WaitNews } from '@potok/node-sdk';
import type { Host, StepPlace } from '../host.js';
import {
  FenceLost,
  type Changes,
  type RunContext,
  type StepRecord,
  type StepStore,
  type WaitRecord,
} from '../step-store.js';

/** The rows of one run in memory, with the fence of the real ones. */
export const memory = (trigger: unknown = {}, mode: RunMode = 'live') => {
  const steps = new Map<string, StepRecord>();
  const waits = new Map<string, WaitRecord>();
  const news: (WaitNews & { id: string; waitId: string; taken: boolean })[] = [];
  const commits: Changes[] = [];
  let fence = 0;
  const run = { status: 'running' };
  const attempt = (): StepStore => {
    let mine = 0;
    let atBegin: typeof news = [];
    const newsOf = (waitId: string | undefined) => news.filter((one) => one.waitId === waitId && !one.taken);
    return {
      begin: async (): Promise<RunContext> => {
        mine = fence += 1;
        atBegin = news.filter((one) => !one.taken);
        return {
          workspaceId: 'ws' as WorkspaceId,
          runId: 'run' as RunId,
          originRunId: 'run' as RunId,
          again: 0,
          mode,
          startedAt: new Date(0),
          trigger,
          parameters: {},
          isEnded: run.status === 'done',
          steps: [...steps.values()],
          waits: [...waits.values()].filter((wait) => wait.status === 'open'),
        };
      },
      commit: async (changes) => {
        if (mine !== fence) throw new FenceLost();
        commits.push(changes);
        for (const step of changes.steps) steps.set(`${step.node}@${step.visit}`, step);
        for (const wait of changes.openWaits) waits.set(wait.id, wait);
        for (const { id, status } of changes.closeWaits) waits.set(id, { ...(waits.get(id) as WaitRecord), status });
        const heard = newsOf(changes.hear);
        if (changes.run !== undefined && heard.length === 0) run.status = changes.run.kind;
        return heard;
      },
      newsAtBegin: (waitId) => atBegin.filter((one) => one.waitId === waitId),
      markTaken: async (_waitId, ids) => {
        for (const one of news) if (ids.includes(one.id)) one.taken = true;
      },
      isPastNoReturn: async () => [...steps.values()].some((step) => step.effect === 'legal'),
    };
  };
  return { steps, waits, news, commits, run, attempt };
};

export type World = ReturnType<typeof memory> & {
  definitions: AnyDefinition[];
  at: Date;
  children: Set<string>;
  /** Whose work was done, in order. */
  places: StepPlace[];
  endedChildren: Set<string>;
};
export const world = (definitions: AnyDefinition[], trigger?: unknown, mode?: RunMode): World => ({
  ...memory(trigger, mode),
  definitions,
  at: new Date('2026-11-24T09:00:00Z'),
  children: new Set(),
  places: [],
  endedChildren: new Set(),
});

export const hostOf = (given: World): Host => ({
  store: given.attempt(),
  find: (type) => given.definitions.find((one) => one.id === type) as Exclude<AnyDefinition, { kind: 'trigger' }>,
  connect: async () => ({}),
  inStep: async (place, work) => {
    given.places.push(place);
    return work();
  },
  services: () => ({}),
  startChild: async ({ runId }) => {
    given.children.add(runId);
  },
  findEnd: async (runId) => (given.endedChildren.has(runId) ? { status: 'done' } : undefined),
  now: () => given.at,
  newId: () => randomUUID(),
  newToken: () => 'token',
  callbackUrl: (token) => `https://potok.example/callbacks/${token}`,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  log: () => undefined,
  signal: new AbortController().signal,
});

export const step = (id: string, type: string, over: Partial<PlanStep> = {}): PlanStep => ({
  id,
  type,
  typeVersion: 1,
  name: id,
  params: {},
  effect: 'reads',
  isWait: false,
  retry: { maxAttempts: 3, firstDelaySec: 1, factor: 2, maxDelaySec: 60 },
  timeoutMs: 5000,
  onFault: 'park',
  isSkipped: false,
  opensBefore: [],
  ...over,
});
export const planOf = (nodes: [PlanStep, SkeletonNode['kind']][], edges: [string, string, string][]): Plan => ({
  planFormat: 1,
  skeleton: {
    main: {
      entry: nodes[0]?.[0].id ?? '',
      nodes: nodes.map(
        ([{ id }, kind]) =>
          ({
            id,
            kind,
            ...(kind === 'each' ? { window: 2 } : {}),
            ...(kind === 'fork' ? { branches: [] } : {}),
          }) as SkeletonNode,
      ),
      edges: edges.map(([from, port, to]): SkeletonEdge => ({ from, port, to })),
    },
    paths: [],
    calls: {},
  },
  steps: {
    trigger: { node: 'none', type: 'trigger.manual', typeVersion: 1, params: {}, output: {} },
    nodes: Object.fromEntries(nodes.map(([one]) => [one.id, one])),
    slots: [],
    parameters: [],
  },
});
export const order = (from: string, over: Partial<SegmentOrder> = {}): SegmentOrder => ({
  workspaceId: 'ws' as WorkspaceId,
  runId: 'run' as RunId,
  planHash: 'p',
  graph: 'main',
  mode: 'live',
  from,
  visit: '0',
  entry: { kind: 'enter' },
  launch: 1,
  isAlone: true,
  ...over,
});
