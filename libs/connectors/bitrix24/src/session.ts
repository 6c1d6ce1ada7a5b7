import type { ConnectionHttp } from '@potok/node-sdk';
import { faultOfAnswer, faultOfStatus, isHtml, parseExactJson, TokenKeeper } from '@potok/connector-kit';
import { NodeFault, type HttpAnswer, type Json } from '@potok/contracts';
import type { BitrixSecrets, BitrixSettings } from './account.js';
import { asRow } from './rows.js';
import { faultOfCall, restErrorOf, SYSTEM } from './rest-error.js';

export interface SessionOptions {
  readonly http: ConnectionHttp;
  readonly settings: BitrixSettings;
  readonly secrets: BitrixSecrets;
  readonly now: () => Date;
  readonly saveSecrets: (secrets: BitrixSecrets) => Promise<void>;
}

const OAUTH_URL = 'https://oauth.bitrix.info';

/** Calls one method of the portal: by the secret address of a webhook, or with a token that is renewed once when it has expired. */
export class BitrixSession {
  private secrets: BitrixSecrets;
  private readonly tokens: TokenKeeper;

  constructor(private readonly options: SessionOptions) {
    this.secrets = options.secrets;
    this.tokens = new TokenKeeper(options.secrets.accessToken, (signal) => this.fetchToken(signal));
  }

  /** `result` of the envelope. Numbers come as text of their source. Throws the fault of an error. */
  async call(method: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Json> {
    const first = await this.post(method, body, signal);
    if (!isExpired(first) || this.options.settings.auth !== 'oauth') return this.resultOf(first, method);
    await this.tokens.renew(first.token, signal);
    return this.resultOf(await this.post(method, body, signal), method);
  }

  private async post(method: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal) {
    const token = this.options.settings.auth === 'oauth' ? await this.tokens.get(signal) : undefined;
    const answer = await this.options.http.request({
      method: 'POST',
      url: `${this.base()}${method}.json`,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(token === undefined ? body : { ...body, auth: token }),
      signal,
    });
    return { answer, body: this.read(answer), token };
  }

  private base(): string {
    if (this.options.settings.auth === 'oauth') return `${this.options.settings.portalUrl.replace(/\/+$/, '')}/rest/`;
    const { webhookUrl } = this.secrets;
    if (webhookUrl === undefined) throw lacksSecrets();
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

  private resultOf({ answer, body }: { readonly answer: HttpAnswer; readonly body: Json }, method: string): Json {
    const about = { system: SYSTEM, now: this.options.now(), method };
    if (answer.status !== 200 || restErrorOf(body) !== undefined) throw faultOfCall(answer, body, about);
    const { result } = body as { readonly result?: Json };
    if (result === undefined) throw faultOfAnswer(answer, about);
    return result;
  }

  private async fetchToken(signal: AbortSignal): Promise<string> {
    const { clientId, clientSecret, refreshToken } = this.secrets;
    if (clientId === undefined || clientSecret === undefined || refreshToken === undefined) throw lacksSecrets();
    const form = { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret };
    const answer = await this.options.http.request({
      method: 'POST',
      url: `${this.options.settings.oauthUrl ?? OAUTH_URL}/oauth/token/`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ ...form, refresh_token: refreshToken }).toString(),
      signal,
    });
    const body = this.read(answer);
    const said = (asRow(body) ?? {}) as TokenAnswer;
    if (said.error === 'invalid_grant' || said.error === 'invalid_client')
      throw new NodeFault('refused', 'AUTHORIZATION_EXPIRED', { facts: { system: SYSTEM, reason: said.error } });
    if (said.access_token === undefined)
      throw faultOfCall(answer, body, { system: SYSTEM, now: this.options.now(), method: 'oauth/token' });
    return this.keep(said.access_token, said.refresh_token ?? refreshToken);
  }

  // The refresh token rotates: the new one is stored before it is used, or the account would be lost.
  private async keep(accessToken: string, refreshToken: string): Promise<string> {
    const secrets = { ...this.secrets, accessToken, refreshToken };
    await this.options.saveSecrets(secrets);
    this.secrets = secrets;
    return accessToken;
  }
}

interface TokenAnswer {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly error?: string;
}

const isExpired = ({ answer, body }: { readonly answer: HttpAnswer; readonly body: Json }): boolean => {
  const code = restErrorOf(body)?.code.toLowerCase();
  return answer.status === 401 && (code === 'expired_token' || code === 'invalid_token');
};

const lacksSecrets = (): NodeFault => new NodeFault('refused', 'CREDENTIALS_MISSING', { facts: { system: SYSTEM } });
