import { randomBytes } from 'node:crypto';

import { demoBuyers, diadocAccount } from '../../demo.js';
import type { TokenRecord } from '../state/state.js';
import type { World } from '../world.js';
import { DiadocError } from './diadoc-error.js';

/** Life of tokens: 24 hours is published for DiadocAuth, the hour of an access token is not (unverified). */
const LIFE_MS: Record<TokenRecord['kind'], number> = {
  diadocauth: 24 * 3600_000,
  access: 3600_000,
  code: 300_000,
  refresh: 30 * 24 * 3600_000,
};
export const ACCESS_LIFE_SEC = LIFE_MS.access / 1000;

/** Every demo firm has one employee who works by the API; all share the demo password. */
export const findLogin = (login: string, password: string): string | undefined => {
  const logins = [diadocAccount.login, ...demoBuyers.map((buyer) => buyer.email)];
  const known = logins.find((one) => one.toLowerCase() === login.toLowerCase());
  return known && password === diadocAccount.password ? known : undefined;
};

export const issueToken = async (world: World, kind: TokenRecord['kind'], login: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(world.now().getTime() + LIFE_MS[kind]).toISOString();
  await world.change(async () => {
    dropExpired(world);
    world.state.tokens[token] = { kind, login, expiresAt };
  });
  return token;
};

const dropExpired = (world: World): void => {
  const now = world.now().toISOString();
  for (const [token, record] of Object.entries(world.state.tokens)) {
    if (record.expiresAt <= now) world.state.tokens = without(world.state.tokens, token);
  }
};

const without = <T>(from: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));

/** Login of a living token of these kinds. */
export const findToken = (world: World, token: string, kinds: readonly TokenRecord['kind'][]): string | undefined => {
  const found = world.state.tokens[token];
  return found && kinds.includes(found.kind) && found.expiresAt > world.now().toISOString() ? found.login : undefined;
};

/** A code works once. */
export const spendToken = (world: World, token: string): void => {
  world.state.tokens = without(world.state.tokens, token);
};

/** Ends every token that opens the API, as if its time were over. */
export const expireTokens = (world: World): void => {
  world.state.tokens = Object.fromEntries(
    Object.entries(world.state.tokens).filter(([, { kind }]) => kind !== 'access' && kind !== 'diadocauth'),
  );
};

/** Parts of `DiadocAuth ddauth_api_client_id=…, ddauth_token=…`, with or without a space after the comma. */
export const readDiadocAuth = (authorization: string): { clientId?: string; token?: string } => {
  const text = /^DiadocAuth\s+(.*)$/i.exec(authorization)?.[1] ?? '';
  const parts = new Map(text.split(',').map((part) => splitPart(part.trim())));
  const clientId = parts.get('ddauth_api_client_id');
  const token = parts.get('ddauth_token');
  return { ...(clientId ? { clientId } : {}), ...(token ? { token } : {}) };
};

const splitPart = (part: string): readonly [string, string] => {
  const at = part.indexOf('=');
  return at < 0 ? [part.toLowerCase(), ''] : [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
};

/** Who calls. Throws 401 when the credentials are absent, unknown or too old. */
export const demandLogin = (world: World, authorization: string): string => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (bearer) return findToken(world, bearer, ['access']) ?? refuse('Токен недействителен или устарел');
  demandClientId(authorization);
  const { token } = readDiadocAuth(authorization);
  return (token && findToken(world, token, ['diadocauth'])) || refuse('Токен недействителен или устарел');
};

export const demandClientId = (authorization: string): void => {
  if (authorization === '') refuse('Нет заголовка Authorization');
  const { clientId } = readDiadocAuth(authorization);
  if (!clientId) refuse('В заголовке Authorization нет ddauth_api_client_id');
  if (clientId !== diadocAccount.apiClientId) refuse('Ключ разработчика неизвестен');
};

const refuse = (text: string): never => {
  throw new DiadocError(401, text);
};
