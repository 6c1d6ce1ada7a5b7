import type { StandInTools } from '../../server/stand-in.js';
import type { Store } from '../../store/store.js';
import { portalTime } from '../wire/portal-time.js';
import type { Portal } from './portal.js';
import { nextId } from './seed.js';

/** What happened, in the words of the events of Битрикс24. */
export interface PortalEvent {
  readonly event: string;
  readonly entityId: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Who made the change; outgoing events to the application carry this user's token. */
  readonly userId: string;
}

/** The portal with the hands that its methods need. */
export class PortalRoom {
  private unsent: readonly PortalEvent[] = [];
  private isChanged = false;

  constructor(
    private readonly store: Store<Portal>,
    readonly tools: StandInTools,
  ) {}

  get portal(): Portal {
    return this.store.data;
  }

  now(): string {
    return portalTime(this.tools.now());
  }

  nextId(kind: string): string {
    this.isChanged = true;
    return nextId(this.portal, kind);
  }

  /** Says that something changed; with an event, that somebody may hear of it. */
  changed(event?: PortalEvent): void {
    this.isChanged = true;
    if (event) this.unsent = [...this.unsent, event];
  }

  /** Writes what has changed and hands over the events of it, once each. */
  async settle(): Promise<readonly PortalEvent[]> {
    if (!this.isChanged) return [];
    this.isChanged = false;
    const events = this.unsent;
    this.unsent = [];
    await this.store.save();
    return events;
  }
}
