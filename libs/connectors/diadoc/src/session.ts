import type { ConnectionHttp, RenewSecrets } from '@potok/node-sdk';
import { faultOfAnswer, faultOfStatus, refreshByOauth, TokenKeeper } from '@potok/connector-kit';
import { NodeFault, type HttpAnswer } from '@potok/contracts';
import type { DiadocSecrets, DiadocSettings } from './account.js';
import { SYSTEM } from './map.js';

export interface SessionOptions {
  readonly http: ConnectionHttp;
  readonly settings: DiadocSettings;
  readonly secrets: DiadocSecrets;
  readonly now: () => Date;
  readonly renewSecrets: RenewSecrets<DiadocSecrets>;
}
const UNAUTHORIZED = 401;
const IDENTITY_URL = 'https://identity.kontur.ru';

/**
 * One token for all calls of a client. It is made when there is none, kept with the secrets before it is used, and
 * renewed when the operator answers 401; a 401 to the new one is the answer.
 */
export class DiadocSession {
  private readonly tokens: TokenKeeper<DiadocSecrets>;

  constructor(private readonly options: SessionOptions) {
    const { secrets, settings, renewSecrets } = options;
    this.tokens = new TokenKeeper({
      secrets,
      renewSecrets,
      fetch: (stored, signal) =>
        settings.auth === 'oidc' ? this.byOidc(stored, signal) : this.byPassword(stored, signal),
    });
  }

  /** Calls with the header that proves us. */
  authorized(signal: AbortSignal, call: (authorization: string) => Promise<HttpAnswer>): Promise<HttpAnswer> {
    return this.tokens.call(signal, {
      send: (token) => call(this.header(token)),
      isRefused: ({ status }) => status === UNAUTHORIZED,
    });
  }

  private header(token: string): string {
    if (this.options.settings.auth === 'oidc') return `Bearer ${token}`;
    return `DiadocAuth ddauth_api_client_id=${this.options.secrets.apiClientId ?? ''},ddauth_token=${token}`;
  }

  private byOidc(stored: DiadocSecrets, signal: AbortSignal) {
    const { http, settings, now } = this.options;
    const url = `${settings.identityUrl ?? IDENTITY_URL}/connect/token`;
    return refreshByOauth(stored, { http, url, about: { system: SYSTEM, now: now() }, signal });
  }

  private async byPassword(stored: DiadocSecrets, signal: AbortSignal) {
    const { apiClientId, login, password } = stored;
    if (apiClientId === undefined || login === undefined || password === undefined)
      throw new NodeFault('refused', 'CREDENTIALS_MISSING', { facts: { system: SYSTEM } });
    const answer = await this.options.http.request({
      method: 'POST',
      url: `${this.options.settings.apiUrl.replace(/\/+$/, '')}/V3/Authenticate?type=password`,
      headers: {
        authorization: `DiadocAuth ddauth_api_client_id=${apiClientId}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({ login, password }),
      signal,
    });
    const about = { system: SYSTEM, now: this.options.now() };
    if (answer.status !== 200) throw faultOfStatus(answer, about);
    const token = new TextDecoder().decode(answer.body).trim();
    if (token === '' || token.includes('<')) throw faultOfAnswer(answer, about);
    return { ...stored, accessToken: token };
  }
}
