import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { inWorkspace } from '@potok/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { APP_POOL } from './tokens.js';

/** The pool of `potok_app`. Rows of a client are reached through `inWorkspace` only. */
@Injectable()
export class AppDatabase implements OnApplicationShutdown {
  constructor(@Inject(APP_POOL) private readonly pool: DataSource) {}

  /** For users, sessions, memberships and tokens, which are no tenant tables. */
  get identity(): EntityManager {
    return this.pool.manager;
  }

  inWorkspace<T>(workspaceId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return inWorkspace(this.pool, workspaceId, work);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
