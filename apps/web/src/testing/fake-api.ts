import type { Problem } from '@potok/contracts';
import { ApiClient } from '../app/api-client.js';
import { aDocument, aDocumentDetail, DOCUMENT } from './fixtures/documents.js';
import { aManifest } from './fixtures/manifest.js';
import { aRun, aRunDetail, aStepDetail, RUN } from './fixtures/runs.js';
import { aScenarioDetail, aScenarioView, aVersion, SCENARIO } from './fixtures/scenario.js';
import { aSession, WS } from './fixtures/session.js';

export interface Asked {
  readonly method: string;
  /** Without `/api` and the workspace: `/runs?status=done`. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Answer = (asked: Asked) => unknown;
export type Answers = Readonly<Record<string, Answer>>;

/** Thrown by an answer: the API refuses with this problem. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export const aProblem = (over: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: 'Bad request',
  status: 400,
  code: 'BAD_REQUEST',
  detail: 'Запрос не понят.',
  ...over,
});

const page = (...items: readonly unknown[]) => ({ items, total: items.length });

/** What the API answers when a test says nothing else. Keys are `METHOD /path` without query. */
const usual: Answers = {
  'GET /session': aSession,
  'GET /manifest': aManifest,
  'GET /runs': () => page(aRun()),
  [`GET /runs/${RUN}`]: () => aRunDetail(),
  'GET /scenarios': () => page(aScenarioView()),
  [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail(),
  [`GET /scenarios/${SCENARIO}/versions`]: () => page(aVersion()),
  'GET /documents': () => page(aDocument()),
  [`GET /documents/${DOCUMENT}`]: aDocumentDetail,
  'GET /documents/queues': () => ({
    all: { total: 24 },
    ours: { total: 3 },
    buyer: { total: 17 },
    refused: { total: 2 },
  }),
  'GET /deliveries': () => page(),
  'GET /connections': () => page(),
  'GET /certificates': () => page(),
};

const stepAnswer = (path: string): unknown => {
  const id = /^\/runs\/[^/]+\/steps\/([^/]+)$/.exec(path)?.[1];
  const step = aRunDetail().steps.find((one) => one.id === id);
  return step === undefined ? undefined : aStepDetail(step);
};

const json = (status: number, body: unknown): Response =>
  new Response(body === undefined ? '' : JSON.stringify(body), { status });

/** A stand-in of the API for web specs: answers fixtures and remembers what it was asked. */
export const fakeApi = (over: Answers = {}) => {
  const asked: Asked[] = [];
  const answers = { ...usual, ...over };
  const answer = (path: string, init: RequestInit): Response => {
    const short = path.replace('/api', '').replace(`/workspaces/${WS}`, '');
    const one: Asked = {
      method: init.method ?? 'GET',
      path: short,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: Object.fromEntries(new Headers(init.headers)),
    };
    asked.push(one);
    const [bare = ''] = short.split('?');
    const found = answers[`${one.method} ${bare}`];
    const body = found === undefined ? stepAnswer(bare) : found(one);
    return found === undefined && body === undefined
      ? json(404, aProblem({ status: 404, code: 'NOT_FOUND' }))
      : json(200, body);
  };
  const fetch = async (path: string, init: RequestInit): Promise<Response> => {
    try {
      return answer(path, init);
    } catch (error) {
      if (error instanceof Refusal) return json(error.problem.status, error.problem);
      throw error;
    }
  };
  return { api: new ApiClient(fetch, () => 'ru'), fetch, asked };
};
