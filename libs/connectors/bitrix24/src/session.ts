import type { ConnectionHttp, RenewSecrets } from '@potok/node-sdk';
import {
  faultOfAnswer,
  faultOfStatus,
  isHtml,
  parseExactJson,
  refreshByOauth,
  TokenKeeper,
} from '@potok/connector-kit';
import { NodeFault, type HttpAnswer, type Json } from '@potok/contracts';
import type { BitrixSecrets, BitrixSettings } from './account.js';
import { faultOfCall, restErrorOf, SYSTEM } from './rest-error.js';

export interface SessionOptions {
  readonly http: ConnectionHttp;
  readonly settings: BitrixSettings;
  readonly secrets: BitrixSecrets;
  readonly now: () => Date;
  readonly renewSecrets: RenewSecrets<BitrixSecrets>;
}

const OAUTH_URL = 'https://oauth.bitrix.info';

/** Calls one method of the portal: by the secret address of a webhook, or with a token that is renewed once when it has expired. */
export class BitrixSession {
  private readonly tokens: TokenKeeper<BitrixSecrets>;

  constructor(private readonly options: SessionOptions) {
    const { http, settings, secrets, now, renewSecrets } = options;
    this.tokens = new TokenKeeper({
      secrets,
      renewSecrets,
      fetch: (stored, signal) =>
        refreshByOauth(stored, {
          http,
          url: `${settings.oauthUrl ?? OAUTH_URL}/oauth/token/`,
          about: { system: SYSTEM, now: now() },
          signal,
        }),
    });
  }

  /** `result` of the envelope. Numbers come as text of their source. Throws the fault of an error. */
  async call(method: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Json> {
    if (this.options.settings.auth !== 'oauth') return this.resultOf(await this.post(method, body, signal), method);
    const answered = await this.tokens.call(signal, {
      send: (auth) => this.post(method, { ...body, auth }, signal),
      isRefused: isExpired,
    });
    return this.resultOf(answered, method);
  }

  private async post(method: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Answered> {
    const answer = await this.options.http.request({
      method: 'POST',
      url: `${this.base()}${method}.json`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    return { answer, body: this.read(answer) };
  }

  private base(): string {
    if (this.options.settings.auth === 'oauth') return `${this.options.settings.portalUrl.replace(/\/+$/, '')}/rest/`;
    const { webhookUrl } = this.options.secrets;
    if (webhookUrl === undefined) throw new NodeFault('refused', 'CREDENTIALS_MISSING', { facts: { system: SYSTEM } });
    return `${webhookUrl.replace(/\/+$/, '')}/`;
  }

  private read(answer: HttpAnswer): Json {
    const about = { system: SYSTEM, now: this.options.now() };
    try {
      return parseExactJson(new TextDecoder().decode(answer.body));
    } catch {
      throw answer.status >= 400 && !isHtml(answer) ? faultOfStatus(answer, about) : this.faultOfPage(answer);
    }
  }

  // A page in the place of JSON: the portal's stub of maintenance, or an address that is no portal.
  private faultOfPage(answer: HttpAnswer): NodeFault {
    const about = { system: SYSTEM, now: this.options.now() };
    return answer.status >= 400 ? faultOfStatus(answer, about) : faultOfAnswer(answer, about);
  }

  private resultOf({ answer, body }: Answered, method: string): Json {
    const about = { system: SYSTEM, now: this.options.now(), method };
    if (answer.status !== 200 || restErrorOf(body) !== undefined) throw faultOfCall(answer, body, about);
    const { result } = body as { readonly result?: Json };
    if (result === undefined) throw faultOfAnswer(answer, about);
    return result;
  }
}

interface Answered {
  readonly answer: HttpAnswer;
  readonly body: Json;
}

const isExpired = ({ answer, body }: Answered): boolean => {
  const code = restErrorOf(body)?.code.toLowerCase();
  return answer.status === 401 && (code === 'expired_token' || code === 'invalid_token');
};
