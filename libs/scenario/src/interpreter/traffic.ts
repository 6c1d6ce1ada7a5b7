import type { NodeId, RunSnapshot, SkeletonGraph, StepPlace } from '@potok/contracts';
import { Frames, type Frame } from './frames.js';
import { mapGraph, type GraphMap } from './graph-map.js';
import type { Token } from './token.js';
import { branchScope, itemScope, visitOf } from './visits.js';

/** Where the tokens of a run are and how they move over the graph: forks, joins, for-eaches, ends. Pure. */
export class Traffic {
  private readonly map: GraphMap;
  private readonly tokens = new Map<number, Token>();
  private readonly frames: Frames;
  private nextId: number;

  /** `begin`: a place of the main line, outside all forks and for-eaches. */
  constructor(graph: SkeletonGraph, snapshot: RunSnapshot | undefined, begin?: StepPlace) {
    this.map = mapGraph(graph);
    this.frames = new Frames(snapshot?.frames ?? []);
    this.nextId = snapshot?.nextId ?? 1;
    for (const token of snapshot?.tokens ?? []) this.tokens.set(token.id, { ...token });
    if (snapshot === undefined) this.begin(begin ?? { node: this.map.entry, visit: '0' });
  }

  private begin({ node, visit }: StepPlace) {
    this.addToken({ node, scope: '', loop: Number(visit) });
  }

  get all(): readonly Token[] {
    return [...this.tokens.values()];
  }
  get(id: number): Token | undefined {
    return this.tokens.get(id);
  }
  find(isMeant: (token: Token) => boolean): Token | undefined {
    for (const token of this.tokens.values()) if (isMeant(token)) return token;
    return undefined;
  }
  has(state: Token['state']): boolean {
    return this.find((token) => token.state === state) !== undefined;
  }
  nearestDeadline(): number | undefined {
    let nearest: number | undefined;
    for (const { state, deadlineAt } of this.tokens.values()) {
      if (state === 'waiting' && deadlineAt !== undefined && deadlineAt < (nearest ?? Infinity)) nearest = deadlineAt;
    }
    return nearest;
  }
  drop(token: Token): void {
    this.tokens.delete(token.id);
  }
  /** More than one token, or one inside a fork or for-each. */
  get isShared(): boolean {
    return this.tokens.size > 1 || !this.frames.isEmpty;
  }

  /** Leaves a node over an edge that leads back: the next pass of a loop. */
  goRound(token: Token, from: NodeId, port: string): void {
    token.loop += 1;
    this.enter(token, this.map.next(from, port));
  }

  snapshot(): Pick<RunSnapshot, 'tokens' | 'frames' | 'nextId'> {
    return {
      tokens: this.all.map((token) => ({ ...token, state: token.state === 'running' ? 'ready' : token.state })),
      frames: this.frames.snapshot(),
      nextId: this.nextId,
    };
  }

  /** Moves a token to a node; no node is the end of its way. Leading back to its own for-each ends an item. */
  enter(token: Token, node: NodeId | undefined) {
    const frame = token.frame === undefined ? undefined : this.frames.get(token.frame);
    if (node === undefined || (frame?.kind === 'each' && node === frame.node)) {
      this.endToken(token);
      return;
    }
    token.node = node;
    token.state = 'ready';
    token.entry = { kind: 'enter' };
    delete token.atVisit;
  }

  cross(token: Token, at: NodeId, count: number) {
    const node = this.map.node(at);
    token.node = at;
    if (node.kind === 'fork') this.fork(token, node.branches);
    else if (node.kind === 'join') this.arrive(token, node);
    else if (node.kind === 'each') this.each(token, node.window, count);
    else this.enter(token, at);
  }

  private fork(token: Token, branches: readonly string[]) {
    const frame = this.openFrame(token, 'fork', branches.length);
    branches.forEach((port, index) => {
      const target = this.map.next(frame.node, port);
      frame.live += 1;
      const branch = this.addToken({
        node: frame.node,
        scope: branchScope(visitOf(frame), index),
        loop: 0,
        frame: frame.id,
      });
      this.enter(branch, target);
    });
    this.frames.seal(frame);
    this.settleFrame(frame);
  }

  private arrive(token: Token, join: { readonly id: NodeId; readonly need: number }) {
    const frame = token.frame === undefined ? undefined : this.frames.get(token.frame);
    if (frame?.kind !== 'fork') {
      // A join that no fork stands before: nothing to wait for.
      this.enter(token, this.map.next(join.id, 'done'));
      return;
    }
    this.tokens.delete(token.id);
    frame.live -= 1;
    frame.join = { node: join.id, arrived: (frame.join?.arrived ?? 0) + 1 };
    if (!frame.isReleased && frame.join.arrived >= join.need) this.release(frame);
    this.settleFrame(frame);
  }

  /** The way beyond the join is taken once, by a token in the fork's own place. */
  private release(frame: Frame) {
    frame.isReleased = true;
    const beyond = frame.join === undefined ? undefined : this.map.next(frame.join.node, 'done');
    const token = this.addToken({
      node: frame.node,
      scope: frame.scope,
      loop: frame.loop,
      ...(frame.frame === undefined ? {} : { frame: frame.frame }),
    });
    this.enter(token, beyond);
  }

  /** When nobody is left inside: a join that somebody reached opens, however few they are, so that no run can hang. */
  private settleFrame(frame: Frame) {
    if (frame.live > 0 || !frame.isSealed || !this.frames.has(frame.id)) return;
    if (frame.kind === 'each') {
      if (frame.next < frame.count) return;
      this.frames.delete(frame.id);
      const token = this.addToken({
        node: frame.node,
        scope: frame.scope,
        loop: frame.loop,
        ...(frame.frame === undefined ? {} : { frame: frame.frame }),
      });
      this.enter(token, this.map.next(frame.node, 'done'));
      return;
    }
    if (!frame.isReleased && frame.join !== undefined) this.release(frame);
    this.frames.delete(frame.id);
    if (!frame.isReleased) this.leaveFrame(frame.frame);
  }

  private each(token: Token, window: number, count: number) {
    const frame = this.openFrame(token, 'each', count);
    this.frames.seal(frame);
    this.startItems(frame, window);
    this.settleFrame(frame);
  }

  private startItems(frame: Frame, window: number) {
    while (frame.next < frame.count && frame.live < window) {
      const target = this.map.next(frame.node, 'item');
      const index = frame.next;
      frame.next += 1;
      if (target === undefined) continue;
      frame.live += 1;
      const item = this.addToken({
        node: frame.node,
        scope: itemScope(visitOf(frame), index),
        loop: 0,
        frame: frame.id,
      });
      this.enter(item, target);
    }
  }

  private openFrame(token: Token, kind: Frame['kind'], count: number): Frame {
    this.tokens.delete(token.id);
    this.nextId += 1;
    return this.frames.open({
      id: this.nextId,
      kind,
      node: token.node,
      ...(token.frame === undefined ? {} : { frame: token.frame }),
      scope: token.scope,
      loop: token.loop,
      count,
    });
  }

  endToken(token: Token) {
    this.tokens.delete(token.id);
    this.leaveFrame(token.frame);
  }

  private leaveFrame(id: number | undefined) {
    const frame = id === undefined ? undefined : this.frames.get(id);
    if (frame === undefined) return;
    frame.live -= 1;
    const node = this.map.node(frame.node);
    if (node.kind === 'each') this.startItems(frame, node.window);
    this.settleFrame(frame);
  }

  addToken(place: { node: NodeId; scope: string; loop: number; frame?: number }): Token {
    this.nextId += 1;
    const token: Token = { id: this.nextId, ...place, state: 'ready', entry: { kind: 'enter' } };
    this.tokens.set(token.id, token);
    return token;
  }
}
