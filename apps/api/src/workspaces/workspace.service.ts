import { Injectable } from '@nestjs/common';
import type { WorkspaceView } from '@potok/contracts';
import { recordAudit, WorkspaceRepository } from '@potok/persistence';
import type { Caller, Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';

@Injectable()
export class WorkspaceService {
  constructor(private readonly db: AppDatabase) {}

  list(caller: Caller): Promise<WorkspaceView[]> {
    const workspaces = new WorkspaceRepository(this.db.identity);
    return caller.kind === 'user' ? workspaces.listOfUser(caller.userId) : workspaces.listOfToken(caller.tokenId);
  }

  async get(caller: Caller, id: string): Promise<WorkspaceView> {
    const found = (await this.list(caller)).find((one) => one.id === id.toLowerCase());
    if (found === undefined) throw new Refusal('not-found', 'WORKSPACE_NOT_FOUND', { facts: { id } });
    return found;
  }

  async rename(here: Here, caller: Caller, name: string): Promise<WorkspaceView> {
    const { workspaceId } = here;
    const before = await this.get(caller, workspaceId);
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await new WorkspaceRepository(tx).rename(workspaceId, name);
      await recordAudit(tx, {
        ...here,
        act: 'workspace.renamed',
        object: { kind: 'workspace', id: workspaceId },
        facts: { name, was: before.name },
      });
    });
    return { ...before, name };
  }
}
