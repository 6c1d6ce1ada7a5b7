import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { portalAddress } from '../events/portal-address.js';
import type { AppToken } from '../portal/portal.js';
import type { PortalRoom } from '../portal/room.js';
import { type Params, textParam } from '../wire/params.js';
import { readParams } from '../wire/read-params.js';
import { ACCESS_SECONDS, bitrixApp, issueCode, issueToken, rotateToken, takeCode } from './tokens.js';

const USER_ID = '1';

class OauthRefusal extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
  ) {
    super(code);
  }
}

/** Authorization and tokens of the portal's one application; the visitor counts as signed in. */
export const registerOauth = (app: FastifyInstance, room: PortalRoom): void => {
  const authorize = async (request: FastifyRequest, reply: FastifyReply) => {
    const params = readParams(request);
    if (textParam(params, 'client_id') !== bitrixApp.clientId)
      return reply.code(400).send({ error: 'invalid_client', error_description: 'Unknown application' });
    const query = authorizeQuery(room, textParam(params, 'state') ?? '');
    await room.settle();
    const target = textParam(params, 'redirect_uri') ?? room.portal.settings.appRedirectUrl;
    if (target === '') return reply.send(Object.fromEntries(query));
    return reply.redirect(`${target}${target.includes('?') ? '&' : '?'}${query.toString()}`, 302);
  };
  const token = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      return await reply.send(tokenAnswer(room, readParams(request)));
    } catch (error) {
      if (!(error instanceof OauthRefusal)) throw error;
      return await reply.code(400).send({ error: error.code, error_description: error.description });
    } finally {
      await room.settle();
    }
  };
  for (const path of ['/oauth/authorize', '/oauth/authorize/']) app.get(path, authorize);
  for (const path of ['/oauth/token', '/oauth/token/'])
    app.route({ method: ['GET', 'POST'], url: path, handler: token });
};

const authorizeQuery = (room: PortalRoom, state: string): URLSearchParams => {
  const { domain, memberId } = portalAddress(room);
  return new URLSearchParams({
    code: issueCode(room),
    state,
    domain,
    member_id: memberId,
    scope: bitrixApp.scope,
    server_domain: domain,
  });
};

const tokenAnswer = (room: PortalRoom, params: Params): unknown => {
  const isOurs =
    textParam(params, 'client_id') === bitrixApp.clientId &&
    textParam(params, 'client_secret') === bitrixApp.clientSecret;
  if (!isOurs) throw new OauthRefusal('invalid_client', 'Wrong client');
  switch (textParam(params, 'grant_type')) {
    case 'authorization_code':
      if (!takeCode(room, textParam(params, 'code') ?? '')) throw badGrant();
      return describeToken(room, issueToken(room, USER_ID));
    case 'refresh_token': {
      const token = rotateToken(room, textParam(params, 'refresh_token') ?? '');
      if (!token) throw badGrant();
      const refreshed = { expires: Math.floor(token.expiresAtMs / 1000), user_id: Number(token.userId) };
      return { ...describeToken(room, token), ...refreshed };
    }
    case undefined:
    default:
      throw new OauthRefusal('invalid_request', 'Wrong grant_type');
  }
};

const badGrant = () => new OauthRefusal('invalid_grant', 'Invalid grant');

const describeToken = (room: PortalRoom, token: AppToken) => {
  const { domain, endpoint, memberId } = portalAddress(room);
  return {
    access_token: token.accessToken,
    client_endpoint: endpoint,
    domain,
    expires_in: ACCESS_SECONDS,
    member_id: memberId,
    refresh_token: token.refreshToken,
    scope: bitrixApp.scope,
    server_endpoint: endpoint,
    status: 'L',
  };
};
