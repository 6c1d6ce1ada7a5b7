import type {
  NodeId,
  RunSnapshot,
  SegmentEntry,
  SegmentResult,
  Skeleton,
  SkeletonGraph,
  StepPlace,
  UndoResult,
  Visit,
  Wake,
} from '@potok/contracts';
import { Heard } from './heard.js';
import type { CoreEnd, Launch } from './launch.js';
import type { Token } from './token.js';
import { Traffic } from './traffic.js';
import { Undoing } from './undoing.js';
import { visitOf } from './visits.js';

const fresh: Pick<RunSnapshot, 'seen' | 'early' | 'isPaused' | 'undo' | 'launches'> = {
  seen: [],
  early: [],
  isPaused: false,
  launches: 0,
};

interface CoreOptions {
  readonly resume?: RunSnapshot | undefined;
  /** Where to begin without a snapshot; the entry when absent. */
  readonly begin?: StepPlace | undefined;
  readonly engine: number;
}

/**
 * The interpreter of a skeleton: which segments are to run, what is waited for, when a run ends. Pure and deterministic:
 * the same calls in the same order give the same answers. It holds which port each visit left by, never a value.
 * `engine` is the version of its own behaviour; later versions branch on it.
 */
export class GraphCore {
  private readonly traffic: Traffic;
  private readonly heard: Heard;
  private isPaused: boolean;
  private undo: Undoing | undefined;
  private isClosed = false;
  private isStopped = false;
  private isSettled = false;
  private launches: number;
  readonly engine: number;

  private constructor(graph: SkeletonGraph, { resume: snapshot, begin, engine }: CoreOptions) {
    this.engine = engine;
    this.traffic = new Traffic(graph, snapshot, begin);
    const { isPaused, undo, launches } = snapshot ?? fresh;
    this.heard = new Heard(snapshot ?? fresh, engine);
    this.isPaused = isPaused;
    this.undo = undo === undefined ? undefined : new Undoing(undo);
    this.launches = launches;
  }

  static at(skeleton: Skeleton, graph: string, options: CoreOptions): GraphCore {
    const found = graph === 'main' ? skeleton.main : skeleton.paths.find((path) => path.id === graph)?.graph;
    if (found === undefined) throw new Error(`The plan has no path ${graph}`);
    return new GraphCore(found, options);
  }

  /** Takes a signal. A repeat changes nothing; what came too early is kept until its wait is reached. */
  take(wake: Wake): void {
    if (!this.heard.isFirst(wake)) return;
    if (wake.kind === 'command') {
      this.obey(wake);
      return;
    }
    this.undo?.hear(wake);
    const token = this.traffic.find(
      (one) => one.state === 'waiting' && one.node === wake.node && one.atVisit === wake.visit,
    );
    if (token === undefined) this.heard.keep(wake);
    else this.makeReady(token, { kind: 'wake' });
  }

  /** The segments that may start now, each once. */
  takeReady(): readonly Launch[] {
    if (!this.mayLaunch) return [];
    const ready = this.traffic.all.filter((token) => token.state === 'ready');
    const isAlone = !this.traffic.isShared;
    return ready.map((token) => {
      token.state = 'running';
      this.launches += 1;
      return {
        token: token.id,
        launch: this.launches,
        from: token.node,
        visit: visitOf(token),
        ...(token.atVisit === undefined ? {} : { atVisit: token.atVisit }),
        entry: token.entry,
        isAlone,
      };
    });
  }

  /** The undo begins a pass. Its launch number lets its writes be fenced like those of a segment. */
  startUndo(): number {
    this.undo?.start();
    this.launches += 1;
    return this.launches;
  }

  /** A segment has come back. */
  leave(launch: Launch, result: SegmentResult): void {
    const token = this.traffic.get(launch.token);
    if (token === undefined) return;
    if (!isStillAt(launch.from, result))
      this.heard.forget({ node: launch.from, visit: launch.atVisit ?? launch.visit });
    switch (result.kind) {
      case 'ended':
        this.isSettled ||= result.hasSettledRun;
        this.traffic.endToken(token);
        break;
      case 'stopped':
        this.isStopped = true;
        this.isSettled ||= result.hasSettledRun;
        this.traffic.drop(token);
        break;
      case 'waiting':
        this.park(token, { at: result.at, visit: result.visit, state: 'waiting', deadlineAt: result.deadlineAt });
        if (this.heard.handOver({ node: result.at, visit: result.visit })) this.makeReady(token, { kind: 'wake' });
        break;
      case 'parked':
        this.park(token, { at: result.at, visit: result.visit, state: 'parked', deadlineAt: undefined });
        break;
      case 'left':
        this.traffic.goRound(token, result.at, result.port);
        break;
      case 'boundary':
        this.traffic.cross(token, result.at, result.count ?? 0);
        break;
      case 'undo':
        this.traffic.drop(token);
        this.beginUndo('undone');
        break;
    }
  }

  /** A pass of the undo has come back and is not through. */
  leaveUndo(result: Exclude<UndoResult, { readonly kind: 'undone' }>): void {
    this.undo?.leave(result);
  }

  /** When the next wait is over, in milliseconds since the epoch. */
  nearestDeadline(): number | undefined {
    if (this.isPaused || this.isHalted) return undefined;
    return this.traffic.nearestDeadline();
  }

  /** Makes ready what has waited until now. */
  expire(nowMs: number): void {
    for (const token of this.traffic.all)
      if (token.state === 'waiting' && (token.deadlineAt ?? Infinity) <= nowMs)
        this.makeReady(token, { kind: 'expire' });
  }

  /** Nothing is in flight: every token waits, is parked, or is ready but held by a pause. */
  get isIdle(): boolean {
    return !this.traffic.has('running');
  }

  get hasReady(): boolean {
    return this.mayLaunch && this.traffic.has('ready');
  }

  /** Set once nothing is in flight and the run is over, or its undo is due. */
  get end(): CoreEnd | undefined {
    if (!this.isIdle) return undefined;
    if (this.isClosed) return { kind: 'closed' };
    if (this.undo !== undefined) return this.undo.isDue ? { kind: 'undo', ...this.undo.order } : undefined;
    return this.isStopped || this.traffic.all.length === 0 ? { kind: 'done', isSettled: this.isSettled } : undefined;
  }

  /** The run's status as a whole, where several tokens decide it together. */
  get status(): 'running' | 'waiting' | 'needs-a-person' | 'paused' | 'undoing' {
    if (this.undo !== undefined) return this.undo.hasFailed ? 'needs-a-person' : 'undoing';
    if (this.isPaused) return 'paused';
    if (this.traffic.has('running') || this.traffic.has('ready')) return 'running';
    return this.traffic.has('parked') ? 'needs-a-person' : 'waiting';
  }

  /** More than one token decides: then no segment can write the run's status alone. */
  get isShared(): boolean {
    return this.traffic.isShared;
  }

  snapshot(): RunSnapshot {
    return {
      ...this.traffic.snapshot(),
      ...this.heard.snapshot(),
      isPaused: this.isPaused,
      ...(this.undo === undefined ? {} : { undo: this.undo.snapshot() }),
      launches: this.launches,
    };
  }

  private get mayLaunch() {
    return !this.isPaused && !this.isHalted;
  }

  private get isHalted() {
    return this.isClosed || this.isStopped || this.undo !== undefined;
  }

  private obey(wake: Wake & { kind: 'command' }) {
    switch (wake.command) {
      case 'pause':
        this.isPaused = true;
        break;
      case 'resume':
        this.isPaused = false;
        break;
      case 'cancel':
        this.beginUndo('cancelled');
        break;
      case 'undo':
        this.beginUndo('undone');
        break;
      case 'close':
        this.isClosed = true;
        break;
      case 'retry-step':
      case 'mend-and-go-on':
        this.goOn(wake, { kind: 'retry' });
        break;
      case 'skip-step':
        this.goOn(wake, { kind: 'skip', ...(wake.port === undefined ? {} : { port: wake.port }) });
        break;
    }
  }

  /** A person's act on a parked step, or on an undo that failed. */
  private goOn(wake: Wake & { kind: 'command' }, entry: SegmentEntry) {
    if (this.undo?.hasFailed === true) {
      this.undo.goOn(entry.kind === 'skip' ? 'passOver' : 'again');
      return;
    }
    const isMeant = (token: Token) =>
      (token.state === 'parked' || (entry.kind === 'skip' && token.state === 'waiting')) &&
      token.node === wake.node &&
      (wake.visit === undefined || token.atVisit === wake.visit);
    const token = this.traffic.find(isMeant);
    if (token !== undefined) this.makeReady(token, entry);
  }

  private beginUndo(as: 'undone' | 'cancelled') {
    if (this.isClosed || this.undo !== undefined) return;
    this.undo = new Undoing({ as });
    for (const token of this.traffic.all) if (token.state !== 'running') this.traffic.drop(token);
  }

  private makeReady(token: Token, entry: SegmentEntry) {
    token.state = 'ready';
    token.entry = entry;
    delete token.deadlineAt;
  }

  private park(
    token: Token,
    where: { at: NodeId; visit: Visit; state: 'waiting' | 'parked'; deadlineAt: number | undefined },
  ) {
    token.node = where.at;
    token.state = where.state;
    token.atVisit = where.visit;
    if (where.deadlineAt === undefined) delete token.deadlineAt;
    else token.deadlineAt = where.deadlineAt;
  }
}

const isStillAt = (node: NodeId, result: SegmentResult): boolean =>
  (result.kind === 'waiting' || result.kind === 'parked') && result.at === node;
