import type { FastifyInstance, FastifyReply } from 'fastify';

import { diadocAccount } from '../../demo.js';
import { ACCESS_LIFE_SEC, findToken, issueToken, spendToken } from '../http/tokens.js';
import type { World } from '../world.js';

type Form = Readonly<Record<string, string | undefined>>;

/**
 * The OpenID Connect provider, under `/diadoc/identity`. Published grants: authorization_code and refresh_token.
 * Of the sandbox alone: client_credentials (as the demo account), and consent that is given without a page.
 */
export const registerIdentity = (app: FastifyInstance, world: World): void => {
  app.get('/identity/.well-known/openid-configuration', async () => configuration(world));
  app.get<{ Querystring: Form }>('/identity/connect/authorize', async (request, reply) =>
    authorize(world, request.query, reply),
  );
  app.post('/identity/connect/token', async (request, reply) => {
    const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    return grant(world, Object.fromEntries(new URLSearchParams(text)), reply);
  });
};

const configuration = (world: World) => {
  const base = `${world.tools.publicUrl}/diadoc/identity`;
  return {
    issuer: base,
    authorization_endpoint: `${base}/connect/authorize`,
    token_endpoint: `${base}/connect/token`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access', 'Diadoc.PublicAPI', 'Diadoc.PublicAPI.Staging'],
  };
};

const authorize = async (world: World, query: Form, reply: FastifyReply): Promise<FastifyReply> => {
  const target = query['redirect_uri'];
  if (query['client_id'] !== diadocAccount.oidc.clientId || query['response_type'] !== 'code' || !isWeb(target)) {
    return refuse(reply, 'invalid_request', 'client_id, response_type=code and redirect_uri are needed');
  }
  const url = new URL(target);
  url.searchParams.set('code', await issueToken(world, 'code', diadocAccount.login));
  if (query['state'] !== undefined) url.searchParams.set('state', query['state']);
  return reply.redirect(url.href, 302);
};

const isWeb = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const grant = async (world: World, form: Form, reply: FastifyReply): Promise<unknown> => {
  const { clientId, clientSecret } = diadocAccount.oidc;
  if (form['client_id'] !== clientId || form['client_secret'] !== clientSecret) {
    return refuse(reply, 'invalid_client', 'Unknown client or secret');
  }
  const login = loginOf(world, form);
  if (login === undefined) return refuse(reply, 'unsupported_grant_type', `Grant ${form['grant_type'] ?? ''}`);
  if (login === '') return refuse(reply, 'invalid_grant', 'Code or token is unknown or spent');
  return {
    access_token: await issueToken(world, 'access', login),
    token_type: 'Bearer',
    expires_in: ACCESS_LIFE_SEC,
    refresh_token: await issueToken(world, 'refresh', login),
    scope: form['scope'] ?? 'openid profile email offline_access Diadoc.PublicAPI',
  };
};

/** Empty: the proof is not good. Undefined: no such grant. */
const loginOf = (world: World, form: Form): string | undefined => {
  const proofs: Record<string, () => string> = {
    authorization_code: () => spendCode(world, form['code'] ?? ''),
    refresh_token: () => loginOfRefresh(world, form['refresh_token'] ?? ''),
    client_credentials: () => diadocAccount.login,
  };
  return proofs[form['grant_type'] ?? '']?.();
};

const spendCode = (world: World, code: string): string => {
  const login = findToken(world, code, ['code']) ?? '';
  if (login !== '') spendToken(world, code);
  return login;
};

const loginOfRefresh = (world: World, token: string): string =>
  token === diadocAccount.oidc.refreshToken ? diadocAccount.login : (findToken(world, token, ['refresh']) ?? '');

const refuse = (reply: FastifyReply, error: string, text: string): FastifyReply =>
  reply
    .code(400)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error, error_description: text }));
