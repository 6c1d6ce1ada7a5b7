import type { EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { UserRow } from './user.entity.js';

export class UserRepository {
  constructor(private readonly db: EntityManager) {}

  /** E-mail addresses are one whatever their case. */
  async findByEmail(email: string): Promise<UserRow | undefined> {
    const row = await this.db
      .createQueryBuilder(UserRow, 'u')
      .where('lower(u.email) = lower(:email)', { email })
      .getOne();
    return row ?? undefined;
  }

  async find(id: string): Promise<UserRow | undefined> {
    return (await this.db.findOne(UserRow, { where: { id } })) ?? undefined;
  }

  /** `passwordHash` is argon2id text; this room never sees a password. */
  async add(user: { email: string; name: string; passwordHash: string; locale?: string }): Promise<string> {
    const id = newId();
    await insertRow(this.db, UserRow, { id, ...user });
    return id;
  }

  async changePassword(id: string, passwordHash: string): Promise<void> {
    await this.db.update(UserRow, { id }, { passwordHash });
  }
}
