import { Inject, Injectable } from '@nestjs/common';
import type { Fault, RequestView } from '@potok/contracts';
import { newId, RequestRepository, type RequestKind, type RequestRow } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { PostgresListener } from '../live/postgres-listener.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal, type RefusalKind } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { asTriedView } from '../trying/tried-view.js';
import { LISTENER } from '../server/tokens.js';

const PATIENCE_MS = 10_000;
/** A worker that is down for longer must not carry out what nobody waits for any more. */
const LIFE_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

/** A body may need the request's own id: secrets are sealed for the row that they lie in. */
type Body = Record<string, unknown> | ((requestId: string) => Record<string, unknown>);

const KINDS: Readonly<Record<Fault['kind'], RefusalKind>> = {
  invalid: 'invalid',
  refused: 'conflict',
  unavailable: 'unavailable',
  broken: 'unavailable',
};

/** Asks the worker, which alone opens secrets and talks to Temporal and the outside. */
@Injectable()
export class RequestService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
    @Inject(LISTENER) private readonly listener: PostgresListener,
  ) {}

  /** Waits up to ten seconds for the answer; `pending` when it takes longer. A refusal of the worker is thrown. */
  async ask(here: Here, kind: RequestKind, body: Body): Promise<RequestView> {
    const answered = new Set<string>();
    let wake: () => void = () => undefined;
    const stop = this.listener.hear('answer', (id) => {
      answered.add(id);
      wake();
    });
    try {
      const id = await this.add(here, kind, body);
      const until = Date.now() + PATIENCE_MS;
      while (Date.now() < until) {
        if (!answered.has(id)) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, LOOK_EVERY_MS);
            wake = () => {
              if (!answered.has(id)) return;
              clearTimeout(timer);
              resolve();
            };
          });
        }
        const view = await this.get(here, id);
        if (view.status === 'done') return view;
      }
      return { requestId: id, status: 'pending' };
    } finally {
      stop();
    }
  }

  async get(here: Here, id: string): Promise<RequestView> {
    const row = await this.db.inWorkspace(here.workspaceId, (tx) => new RequestRepository(tx).find(id));
    if (row === undefined) throw new Refusal('not-found', 'REQUEST_NOT_FOUND', { facts: { id } });
    switch (row.status) {
      case 'new':
        return { requestId: id, status: 'pending' };
      case 'done':
        return { requestId: id, status: 'done', result: this.resultOf(row, here) };
      case 'refused':
        throw this.refusalOf(row, here);
    }
  }

  private resultOf(row: RequestRow, { language }: Here): unknown {
    return row.kind === 'try-draft' ? asTriedView(row, this.nodes, language) : row.answer;
  }

  private add(here: Here, kind: RequestKind, given: Body): Promise<string> {
    const expiresAt = new Date(Date.now() + LIFE_MS);
    const id = newId();
    const body = typeof given === 'function' ? given(id) : given;
    return this.db.inWorkspace(here.workspaceId, (tx) =>
      new RequestRepository(tx).add({ id, workspaceId: here.workspaceId, kind, body, createdBy: here.who, expiresAt }),
    );
  }

  private refusalOf(row: RequestRow, here: Here): Refusal {
    const { kind, code, facts } = row.answer as Fault;
    const detail = this.nodes.sentence(code, facts, here.language);
    return new Refusal(KINDS[kind], 'WORKER_REFUSED', { facts: { detail }, errors: [{ field: '', code, detail }] });
  }
}
