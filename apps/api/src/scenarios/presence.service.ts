import { Injectable } from '@nestjs/common';
import type { PresenceView } from '@potok/contracts';
import {
  DraftTallyRepository,
  PresenceRepository,
  recordAudit,
  ScenarioRepository,
  tellLive,
  type PresentTab,
  type Tab,
} from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';

interface Beat {
  readonly tab: string;
  readonly wants: 'look' | 'edit';
  readonly takeOver?: boolean;
}

/** Who has a scenario open, and which one tab edits it. A tab beats every ten seconds and is gone half a minute after its last beat. */
@Injectable()
export class PresenceService {
  constructor(private readonly db: AppDatabase) {}

  beat(here: Here, scenarioId: string, { tab, wants, takeOver = false }: Beat): Promise<PresenceView> {
    const { workspaceId } = here;
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const draftRevision = await new ScenarioRepository(tx).findRevision(scenarioId);
      if (draftRevision === undefined)
        throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id: scenarioId } });
      const me = tabOf(here, scenarioId, tab);
      await new PresenceRepository(tx).beat(me);
      await (wants === 'edit' ? takeLock(tx, here, { me, takeOver }) : releaseLock(tx, me));
      await new DraftTallyRepository(tx).tell({ workspaceId, scenarioId }, 'overdue');
      return viewOf(tx, me, draftRevision);
    });
  }

  /** May be called twice, and for a scenario that is gone. */
  async leave(here: Here, scenarioId: string, tab: string): Promise<void> {
    const { workspaceId } = here;
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const me = tabOf(here, scenarioId, tab);
      await new PresenceRepository(tx).leave(me);
      await releaseLock(tx, me);
      await new DraftTallyRepository(tx).tell({ workspaceId, scenarioId }, 'all');
    });
  }
}

const tabOf = ({ workspaceId, who }: Here, scenarioId: string, tab: string): Tab => ({
  workspaceId,
  scenarioId,
  actorId: who.id,
  tab: tab.toLowerCase(),
  name: who.name,
});

const takeLock = async (
  tx: EntityManager,
  here: Here,
  { me, takeOver }: { readonly me: Tab; readonly takeOver: boolean },
): Promise<void> => {
  const { isMine, wasMine, from } = await new PresenceRepository(tx).takeLock(me, { takeOver });
  if (isMine && !wasMine) await tellLive(tx, { workspaceId: me.workspaceId, kind: 'scenario', id: me.scenarioId });
  if (from === undefined) return;
  await recordAudit(tx, {
    ...here,
    act: 'scenario.lock-taken',
    object: { kind: 'scenario', id: me.scenarioId },
    facts: { from: from.name, since: from.since.toISOString() },
  });
};

const releaseLock = async (tx: EntityManager, me: Tab): Promise<void> => {
  const wasHeld = await new PresenceRepository(tx).releaseLock(me);
  if (wasHeld) await tellLive(tx, { workspaceId: me.workspaceId, kind: 'scenario', id: me.scenarioId });
};

const viewOf = async (tx: EntityManager, me: Tab, draftRevision: number): Promise<PresenceView> => {
  const presence = new PresenceRepository(tx);
  const tabs = await presence.listTabs(me.scenarioId);
  const lock = await presence.findLock(me.scenarioId);
  const shown = ({ tab, name, since }: PresentTab) => ({ tab, name, since: since.toISOString() });
  return {
    people: tabs.map((one) => ({ ...shown(one), isYou: one.actorId === me.actorId })),
    ...(lock === undefined ? {} : { lock: { ...shown(lock), isYours: isSameTab(lock, me) } }),
    draftRevision,
  };
};

const isSameTab = (one: PresentTab, other: Pick<Tab, 'actorId' | 'tab'>): boolean =>
  one.actorId === other.actorId && one.tab === other.tab;

/** Refuses while a living tab other than this one edits the scenario; without a tab any editor is another. */
export const refuseLocked = async (
  tx: EntityManager,
  { who }: Here,
  of: { readonly scenarioId: string; readonly tab?: string | undefined },
): Promise<void> => {
  const lock = await new PresenceRepository(tx).findLock(of.scenarioId);
  if (lock === undefined) return;
  if (of.tab !== undefined && isSameTab(lock, { actorId: who.id, tab: of.tab.toLowerCase() })) return;
  const facts = { name: lock.name, since: lock.since.toISOString(), tab: lock.tab };
  throw new Refusal('conflict', 'SCENARIO_LOCKED', { facts });
};
