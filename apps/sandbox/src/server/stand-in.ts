import type { FastifyInstance } from 'fastify';

import type { StandInId } from './stand-in-id.js';
import type { FaultBoard } from '../faults/fault-board.js';
import type { BlobFolder } from '../store/blob-folder.js';
import type { Store } from '../store/store.js';

/** One stand-in of an outside system: routes under its own prefix, its own state, its part of the page. */
export interface StandIn {
  readonly id: StandInId;
  /** `app` already carries the prefix `/<id>` and the faults of this system: a route `/rest/:method` is served as `/<id>/rest/:method`. */
  register(app: FastifyInstance, tools: StandInTools): Promise<void>;
  /** Routes for tests and scripts: `app` carries the prefix `/sandbox/<id>`, plain JSON and no faults. Called after `register`. */
  registerApi?(app: FastifyInstance): void;
  /** JSON for GET /sandbox/<id>/state, used by page and tests (counts per document, so that lost or doubled can be counted). */
  summary(): unknown;
  /** HTML of this system's tab, made anew for each view. Its forms post to `/<id>/page/…` and answer 303 back to `/?tab=<id>`. */
  renderPage?(): string;
  /** How this system words an armed 401, 429, 500 or 503. Plain text when absent. */
  faultAnswer?(status: number): FaultAnswer;
}

export interface FaultAnswer {
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

export interface StandInTools {
  /** State on disk: one JSON file per stand-in, written by rename after each change, read at start. */
  openStore<T extends object>(name: string, initial: () => T): Promise<Store<T>>;
  /** Big bytes beside the state, named by their sha256. */
  openBlobs(name: string): Promise<BlobFolder>;
  /** The shell applies the transport faults by itself; `take` gives the ones that only the stand-in can play (events, tokens). */
  readonly faults: FaultBoard;
  now(): Date;
  /** Calls back later (robots, event delivery), survives nothing but is cancelled at close. */
  later(ms: number, act: () => Promise<void>): void;
  /** Where this process is reached, without a slash at the end: `http://127.0.0.1:4400`. */
  readonly publicUrl: string;
  log(event: string, facts?: Record<string, unknown>): void;
}
