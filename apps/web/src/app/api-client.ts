import type { Problem } from '@potok/contracts';
import type { Language } from './texts/language.js';

/** What the API answered instead of what was asked; `problem.detail` is the sentence to show. */
export class ApiFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiFault';
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiFault && error.problem.status === 401;

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** The one door to the API: cookies, CSRF, language and problems. Paths are without the leading `/api`. */
export class ApiClient {
  private csrfToken = '';

  constructor(
    private readonly fetch: Fetch,
    private readonly language: () => Language,
  ) {}

  /** From now on changing calls carry this token. */
  trust(csrfToken: string): void {
    this.csrfToken = csrfToken;
  }

  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.call<T>(path, { method: 'GET', ...(signal === undefined ? {} : { signal }) });
  }

  async send<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const headers = {
      'x-csrf-token': this.csrfToken,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return this.call<T>(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  /** A file and the name that the API gives it. */
  async download(path: string): Promise<{ readonly name: string; readonly content: Blob }> {
    const response = await this.ask(path, { method: 'GET' });
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
    return { name: decodeURIComponent(name), content: await response.blob() };
  }

  private async call<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.ask(path, init);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'application/json');
    headers.set('accept-language', this.language());
    const response = await this.reach(`/api${path}`, { ...init, headers, credentials: 'same-origin' });
    if (!response.ok) throw new ApiFault(problemOf(await response.text(), response.status));
    return response;
  }

  private async reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.fetch(path, init);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw noConnection();
    }
  }
}

const bareProblem = (code: string, status: number): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  detail: '',
});

/** As if a call had not reached the API. */
export const noConnection = (): ApiFault => new ApiFault(bareProblem('NO_CONNECTION', 0));

const problemOf = (text: string, status: number): Problem => {
  try {
    const body = JSON.parse(text) as Partial<Problem> | null;
    if (typeof body?.code === 'string') return { ...bareProblem(body.code, status), ...body };
  } catch {
    // A proxy answered in our API's place: there is no problem document to read.
  }
  return bareProblem(status >= 502 && status <= 504 ? 'API_UNREACHABLE' : 'ANSWER_UNREADABLE', status);
};

/** `/runs` and `{status: 'done', cursor: undefined}` → `/runs?status=done`. */
export const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
};
