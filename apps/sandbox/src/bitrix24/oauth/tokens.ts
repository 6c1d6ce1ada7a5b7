import { randomBytes } from 'node:crypto';

import type { AppToken } from '../portal/portal.js';
import type { PortalRoom } from '../portal/room.js';

export const ACCESS_SECONDS = 3600;
const REFRESH_DAYS = 180;
const CODE_SECONDS = 30;
const KEPT_TOKENS = 200;

/** The one application installed on the portal. */
export const bitrixApp = {
  clientId: 'local.sandbox0000000000.00000001',
  clientSecret: 'sandboxbitrix24appsecret00000000000000000000000000',
  scope: 'crm,task,user',
} as const;

export const issueToken = (room: PortalRoom, userId: string): AppToken => {
  const nowMs = room.tools.now().getTime();
  const token: AppToken = {
    accessToken: randomBytes(35).toString('hex'),
    refreshToken: randomBytes(35).toString('hex'),
    expiresAtMs: nowMs + ACCESS_SECONDS * 1000,
    refreshUntilMs: nowMs + REFRESH_DAYS * 86_400_000,
    userId,
  };
  room.portal.tokens = [...room.portal.tokens, token].slice(-KEPT_TOKENS);
  room.changed();
  return token;
};

/** A code of authorization; it lives half a minute and serves once. */
export const issueCode = (room: PortalRoom): string => {
  const nowMs = room.tools.now().getTime();
  const code = randomBytes(35).toString('hex');
  const alive = room.portal.codes.filter((one) => one.expiresAtMs > nowMs);
  room.portal.codes = [...alive, { code, expiresAtMs: nowMs + CODE_SECONDS * 1000 }];
  room.changed();
  return code;
};

export const takeCode = (room: PortalRoom, code: string): boolean => {
  const found = room.portal.codes.find((one) => one.code === code);
  room.portal.codes = room.portal.codes.filter((one) => one !== found);
  room.changed();
  return found !== undefined && found.expiresAtMs > room.tools.now().getTime();
};

/** Changes a refresh token for a new pair; the old one serves no more. */
export const rotateToken = (room: PortalRoom, refreshToken: string): AppToken | undefined => {
  const found = room.portal.tokens.find((one) => one.refreshToken === refreshToken);
  if (!found || found.refreshUntilMs <= room.tools.now().getTime()) return undefined;
  const spent: AppToken = { ...found, refreshUntilMs: 0 };
  room.portal.tokens = room.portal.tokens.map((one) => (one === found ? spent : one));
  return issueToken(room, found.userId);
};

export const findToken = (room: PortalRoom, accessToken: string): AppToken | undefined =>
  room.portal.tokens.find((one) => one.accessToken === accessToken);

/** Makes every access token of now an expired one: for trying the refresh. */
export const expireTokens = (room: PortalRoom): void => {
  room.portal.tokens = room.portal.tokens.map((one) => ({ ...one, expiresAtMs: 0 }));
  room.changed();
};
