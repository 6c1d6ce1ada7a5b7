import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig, Clock } from '@potok/config';
import type { HeardView, TestAddressView } from '@potok/contracts';
import { DeliveryRepository, EndpointRepository, recordAudit, type InboxRow } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { newSecret } from '../identity/secrets.js';
import { getScenario } from '../scenarios/get-scenario.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK, CONFIG } from '../server/tokens.js';

const LIFE_MS = 60 * 60_000;
const MOST_HEARD = 20;

/** Calls that a consultant waits for while drawing: to the scenario's own hook, and to an address that starts nothing. */
@Injectable()
export class TestAddressService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open(here: Here, scenarioId: string): Promise<TestAddressView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { name } = await getScenario(tx, scenarioId);
      const token = newSecret();
      const expiresAt = new Date(this.clock.now().getTime() + LIFE_MS);
      const { workspaceId } = here;
      await new EndpointRepository(tx).putTestAddress({ workspaceId, scenarioId, token, name, expiresAt });
      await recordAudit(tx, { ...here, act: 'hook.test-address', object: { kind: 'scenario', id: scenarioId } });
      return { url: `${this.config.publicUrl}/hooks/test/${token}`, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Newest first. */
  listHeard(here: Here, scenarioId: string, since: string | undefined): Promise<HeardView[]> {
    const earliest = Date.now() - LIFE_MS;
    const from = since === undefined ? earliest : Math.max(earliest, Date.parse(since));
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      const heard = { since: new Date(from), limit: MOST_HEARD };
      return (await new DeliveryRepository(tx).listHeard(scenarioId, heard)).map(asHeardView);
    });
  }
}

const asHeardView = ({ id, receivedAt, reason, contentType, body, raw }: InboxRow): HeardView => ({
  id,
  receivedAt: receivedAt.toISOString(),
  isTest: reason?.code === 'TEST_DELIVERY',
  contentType,
  body: body ?? raw?.toString('utf8') ?? null,
});
