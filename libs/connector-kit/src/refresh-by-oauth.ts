import { NodeFault, type HttpAnswer, type HttpService } from '@potok/contracts';
import { faultOfAnswer, faultOfStatus, type CallAbout } from './faults.js';

export interface OauthSecrets {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly refreshToken?: string;
}

export interface OauthOrder {
  readonly http: HttpService;
  readonly url: string;
  readonly about: CallAbout;
  readonly signal: AbortSignal;
}

/**
 * The grant `refresh_token` of OAuth 2.0: the secrets with a new access token and, where it rotates, a new refresh token.
 * Throws CREDENTIALS_MISSING, AUTHORIZATION_EXPIRED (refused) when the consent has ended, or the fault of the answer.
 */
export const refreshByOauth = async <S extends OauthSecrets>(
  secrets: S,
  { http, url, about, signal }: OauthOrder,
): Promise<S & { readonly accessToken: string }> => {
  const { clientId, clientSecret, refreshToken } = secrets;
  if (clientId === undefined || clientSecret === undefined || refreshToken === undefined)
    throw new NodeFault('refused', 'CREDENTIALS_MISSING', { facts: { system: about.system } });
  const answer = await http.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    }).toString(),
    signal,
  });
  const said = readToken(answer);
  if (said.error === 'invalid_grant' || said.error === 'invalid_client')
    throw new NodeFault('refused', 'AUTHORIZATION_EXPIRED', { facts: { system: about.system, reason: said.error } });
  if (answer.status !== 200) throw faultOfStatus(answer, about);
  if (typeof said.access_token !== 'string') throw faultOfAnswer(answer, about);
  return { ...secrets, accessToken: said.access_token, refreshToken: said.refresh_token ?? refreshToken };
};

interface TokenAnswer {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly error?: string;
}

const readToken = (answer: HttpAnswer): TokenAnswer => {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
};
