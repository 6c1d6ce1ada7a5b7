import type { ConnectionHttp } from '@potok/node-sdk';
import { faultOfAnswer, faultOfStatus, TokenKeeper } from '@potok/connector-kit';
import { NodeFault, type HttpAnswer } from '@potok/contracts';
import type { DiadocSecrets, DiadocSettings } from './account.js';
import { SYSTEM } from './map.js';

export interface SessionOptions {
  readonly http: ConnectionHttp;
  readonly settings: DiadocSettings;
  readonly secrets: DiadocSecrets;
  readonly now: () => Date;
  readonly saveSecrets: (secrets: DiadocSecrets) => Promise<void>;
}
const UNAUTHORIZED = 401;
const IDENTITY_URL = 'https://identity.kontur.ru';

/**
 * One token for all calls of a client. It is made when there is none, kept with the secrets before it is used, and
 * renewed once when the operator answers 401; a second 401 is the answer.
 */
export class DiadocSession {
  private secrets: DiadocSecrets;
  private readonly tokens: TokenKeeper;

  constructor(private readonly options: SessionOptions) {
    this.secrets = options.secrets;
    this.tokens = new TokenKeeper(options.secrets.accessToken, (signal) => this.fetchToken(signal));
  }

  /** Calls with the header that proves us. */
  async authorized(signal: AbortSignal, call: (authorization: string) => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const token = await this.tokens.get(signal);
    const answer = await call(this.header(token));
    if (answer.status !== UNAUTHORIZED) return answer;
    return call(this.header(await this.tokens.renew(token, signal)));
  }

  private header(token: string): string {
    if (this.options.settings.auth === 'oidc') return `Bearer ${token}`;
    return `DiadocAuth ddauth_api_client_id=${this.secrets.apiClientId ?? ''},ddauth_token=${token}`;
  }

  private async fetchToken(signal: AbortSignal): Promise<string> {
    const renewed = this.options.settings.auth === 'oidc' ? await this.byOidc(signal) : await this.byPassword(signal);
    const secrets = { ...this.secrets, ...renewed };
    await this.options.saveSecrets(secrets);
    this.secrets = secrets;
    return renewed.accessToken;
  }

  private async byOidc(signal: AbortSignal): Promise<{ readonly accessToken: string; readonly refreshToken?: string }> {
    const { clientId, clientSecret, refreshToken } = this.secrets;
    if (clientId === undefined || clientSecret === undefined || refreshToken === undefined) throw lacksSecrets();
    const form = { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret };
    const answer = await this.options.http.request({
      method: 'POST',
      url: `${this.options.settings.identityUrl ?? IDENTITY_URL}/connect/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ ...form, refresh_token: refreshToken }).toString(),
      signal,
    });
    const about = { system: SYSTEM, now: this.options.now() };
    const said = readToken(answer);
    if (said.error === 'invalid_grant' || said.error === 'invalid_client')
      throw new NodeFault('refused', 'AUTHORIZATION_EXPIRED', { facts: { system: SYSTEM, reason: said.error } });
    if (answer.status !== 200) throw faultOfStatus(answer, about);
    if (said.access_token === undefined) throw faultOfAnswer(answer, about);
    return {
      accessToken: said.access_token,
      ...(said.refresh_token === undefined ? {} : { refreshToken: said.refresh_token }),
    };
  }

  private async byPassword(signal: AbortSignal): Promise<{ readonly accessToken: string }> {
    const { apiClientId, login, password } = this.secrets;
    if (apiClientId === undefined || login === undefined || password === undefined) throw lacksSecrets();
    const answer = await this.options.http.request({
      method: 'POST',
      url: `${this.options.settings.apiUrl}/V3/Authenticate?type=password`,
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
    return { accessToken: token };
  }
}

interface TokenAnswer {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly error?: string;
}
const readToken = (answer: HttpAnswer): TokenAnswer => {
  try {
    return JSON.parse(new TextDecoder().decode(answer.body)) as TokenAnswer;
  } catch {
    return {};
  }
};

const lacksSecrets = (): NodeFault => new NodeFault('refused', 'CREDENTIALS_MISSING', { facts: { system: SYSTEM } });
