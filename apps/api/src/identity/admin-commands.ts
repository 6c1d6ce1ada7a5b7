import {
  ApiTokenRepository,
  inWorkspace,
  MembershipRepository,
  recordAudit,
  SessionRepository,
  UserRepository,
  WorkspaceRepository,
} from '@potok/persistence';
import type { DataSource } from 'typeorm';
import { SCOPES } from './caller.js';
import { hashPassword } from './passwords.js';
import { hashOf, newSecret } from './secrets.js';

const who = { kind: 'system', name: 'admin' } as const;

const MIN_PASSWORD = 8;

type Order = Readonly<Record<string, unknown>>;

const textOf = (order: Order, name: string): string => {
  const value = order[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new Error(`Не заполнено поле «${name}».`);
};

const passwordOf = (order: Order): string => {
  const password = textOf(order, 'password');
  if (password.length < MIN_PASSWORD) throw new Error(`В поле «password» нужно не меньше ${MIN_PASSWORD} знаков.`);
  return password;
};

/** `{ name, timeZone? }` → `{ workspaceId }` */
const createWorkspace = async (pool: DataSource, order: Order) => {
  const name = textOf(order, 'name');
  const timeZone = typeof order['timeZone'] === 'string' ? { timeZone: order['timeZone'] } : {};
  const workspaceId = await new WorkspaceRepository(pool.manager).add({ name, ...timeZone });
  await inWorkspace(pool, workspaceId, (tx) =>
    recordAudit(tx, { workspaceId, who, act: 'workspace.created', object: { kind: 'workspace', id: workspaceId } }),
  );
  return { workspaceId };
};

/** `{ email, name, password, workspaceId?, role? }` → `{ userId }`; a known e-mail only gets the membership. */
const createUser = async (pool: DataSource, order: Order) => {
  const email = textOf(order, 'email').trim();
  const users = new UserRepository(pool.manager);
  const known = await users.findByEmail(email);
  const userId =
    known?.id ??
    (await users.add({ email, name: textOf(order, 'name'), passwordHash: await hashPassword(passwordOf(order)) }));
  if (order['workspaceId'] === undefined) return { userId };
  const workspaceId = textOf(order, 'workspaceId');
  const role = typeof order['role'] === 'string' ? order['role'] : 'owner';
  const memberships = new MembershipRepository(pool.manager);
  if ((await memberships.find(userId, workspaceId)) === undefined) {
    await inWorkspace(pool, workspaceId, async (tx) => {
      await new MembershipRepository(tx).add({ userId, workspaceId, role });
      await recordAudit(tx, {
        workspaceId,
        who,
        act: 'member.added',
        object: { kind: 'user', id: userId },
        facts: { role },
      });
    });
  }
  return { userId };
};

/** `{ email, password }` → `{ userId }`; all sessions of the person end. */
const setPassword = async (pool: DataSource, order: Order) => {
  const user = await new UserRepository(pool.manager).findByEmail(textOf(order, 'email'));
  if (user === undefined) throw new Error('Пользователя с такой почтой нет.');
  await new UserRepository(pool.manager).changePassword(user.id, await hashPassword(passwordOf(order)));
  await new SessionRepository(pool.manager).removeOfUser(user.id);
  return { userId: user.id };
};

/** `{ workspaceId, name, userId, scopes? }` → `{ tokenId, secret }` */
const createToken = async (pool: DataSource, order: Order) => {
  const workspaceId = textOf(order, 'workspaceId');
  const name = textOf(order, 'name');
  const scopes = Array.isArray(order['scopes']) ? order['scopes'].map(String) : [...SCOPES];
  const secret = `pt_${newSecret()}`;
  const createdBy = textOf(order, 'userId');
  const tokenId = await inWorkspace(pool, workspaceId, async (tx) => {
    const id = await new ApiTokenRepository(tx).add({
      workspaceId,
      name,
      scopes,
      createdBy,
      tokenHash: hashOf(secret),
    });
    await recordAudit(tx, {
      workspaceId,
      who,
      act: 'api-token.issued',
      object: { kind: 'api-token', id },
      facts: { name, scopes },
    });
    return id;
  });
  return { tokenId, secret };
};

export const adminCommands = {
  'create-workspace': createWorkspace,
  'create-user': createUser,
  'set-password': setPassword,
  'create-token': createToken,
} satisfies Record<string, (pool: DataSource, order: Order) => Promise<object>>;
