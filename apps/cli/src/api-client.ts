import type { Problem } from '@potok/contracts';
import { CannotRun } from './cannot-run.js';
import type { Language, Texts } from './texts.js';

export interface Account {
  readonly url: string;
  readonly token: string;
  readonly workspace: string;
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
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const { url, token, workspace } = this.account;
    const answer = await fetch(`${url}/api/workspaces/${encodeURIComponent(workspace)}/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': this.language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_MS),
    }).catch(() => {
      throw new CannotRun(this.texts.addressSilent(url));
    });
    const said: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && said !== undefined) return said as T;
    throw new CannotRun(isProblem(said) ? sentenceOf(said) : this.texts.notThere(url));
  }
}

const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && 'detail' in said && typeof said.detail === 'string';

/** The sentence of the first field at fault says more than that of the whole. */
const sentenceOf = ({ detail, errors }: Problem): string => errors?.[0]?.detail ?? detail;
