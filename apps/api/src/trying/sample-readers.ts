import { Injectable } from '@nestjs/common';
import type { Scenario } from '@potok/contracts';
import { RunRepository, type InboxRow, type LastOutput } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { RequestService } from '../requests/request.service.js';
import { AppDatabase } from '../server/app-database.js';
import { DraftKnowledge } from './draft-knowledge.js';

interface Read {
  readonly trigger: unknown;
}

/** How a run's steps and a call are read into a sample. */
@Injectable()
export class SampleReaders {
  constructor(
    private readonly db: AppDatabase,
    private readonly requests: RequestService,
    private readonly drafts: DraftKnowledge,
  ) {}

  withPort(drawing: Scenario | undefined, { nodeId, output, port }: LastOutput): unknown {
    const isObject = typeof output === 'object' && output !== null && !Array.isArray(output);
    return isObject && port !== null && this.drafts.hasWays(drawing, nodeId) ? { ...output, $port: port } : output;
  }

  async triggerFor(here: Here, scenarioId: string, row: InboxRow): Promise<unknown> {
    const { runId } = row;
    if (runId !== null) return this.db.inWorkspace(here.workspaceId, (tx) => new RunRepository(tx).triggerOf(runId));
    if (row.source === 'manual' || row.source === 'api') return row.body;
    const work = await this.db.inWorkspace(here.workspaceId, (tx) => this.drafts.readingOf(tx, scenarioId, row));
    const { status, result } = await this.requests.ask(here, 'read-delivery', work);
    if (status === 'pending') throw new Refusal('unavailable', 'WORKER_SLOW');
    return (result as Read).trigger;
  }
}
