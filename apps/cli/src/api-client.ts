import type { Problem } from '@potok/contracts';
import { CannotRun } from './cannot-run.js';
import type { Language, Texts } from './texts.js';

export interface Account {
  readonly url: string;
  readonly token: string;
  readonly workspace: string;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const CALL_MS = 30_000;

/** The API of one workspace. Throws CannotRun with the API's own sentence. */
export class ApiClient {
  constructor(
    private readonly account: Account,
    private readonly language: Language,
    private readonly texts: Texts,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.json<T>(this.inWorkspace(path), { method: 'GET' });
  }

  post<T>(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.json<T>(this.inWorkspace(path), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** A file as the API writes it, byte for byte. */
  async text(path: string): Promise<string> {
    const answer = await this.ask(this.inWorkspace(path), { method: 'GET' });
    const said = await answer.text();
    if (answer.ok) return said;
    throw this.refusal(asJson(said));
  }

  /** What nodes there are: of the installation, not of the workspace. */
  manifest<T>(): Promise<T> {
    return this.json<T>('manifest', { method: 'GET' });
  }

  private inWorkspace(path: string): string {
    return `workspaces/${encodeURIComponent(this.account.workspace)}/${path}`;
  }

  private async json<T>(path: string, init: Call): Promise<T> {
    const answer = await this.ask(path, init);
    const said = asJson(await answer.text());
    if (answer.ok && said !== undefined) return said as T;
    throw this.refusal(said);
  }

  private ask(path: string, init: Call): Promise<Response> {
    const { url, token } = this.account;
    return fetch(`${url}/api/${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}`, 'accept-language': this.language },
      signal: AbortSignal.timeout(CALL_MS),
    }).catch(() => {
      throw new CannotRun(this.texts.addressSilent(url));
    });
  }

  private refusal(said: unknown): CannotRun {
    return new CannotRun(isProblem(said) ? sentenceOf(said) : this.texts.notThere(this.account.url));
  }
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && 'detail' in said && typeof said.detail === 'string';

/** The sentence of the first field at fault says more than that of the whole. */
const sentenceOf = ({ detail, errors }: Problem): string => errors?.[0]?.detail ?? detail;
