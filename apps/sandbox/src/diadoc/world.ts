import { randomUUID } from 'node:crypto';

import type { StandInTools } from '../server/stand-in.js';
import type { BlobFolder } from '../store/blob-folder.js';
import type { Store } from '../store/store.js';
import { ticksOf } from './files/moments.js';
import type { Notary } from './files/notary.js';
import { DiadocError } from './http/diadoc-error.js';
import type { DiadocState, MessageRecord, OrganizationRecord, RelationRecord } from './state/state.js';

export interface WorldParts {
  readonly store: Store<DiadocState>;
  readonly blobs: BlobFolder;
  readonly notary: Notary;
  readonly tools: StandInTools;
}

/** What the operator knows and owns; the one place where state is read and kept. */
export class World {
  readonly blobs: BlobFolder;
  readonly notary: Notary;
  readonly tools: StandInTools;
  private readonly store: Store<DiadocState>;
  private queue: Promise<unknown> = Promise.resolve();

  constructor({ store, blobs, notary, tools }: WorldParts) {
    this.store = store;
    this.blobs = blobs;
    this.notary = notary;
    this.tools = tools;
  }

  get state(): DiadocState {
    return this.store.data;
  }

  save(): Promise<void> {
    return this.store.save();
  }

  now(): Date {
    return this.tools.now();
  }

  /** Time that only goes forward: two steps never share a tick. */
  nextTicks(): string {
    const now = BigInt(ticksOf(this.now()));
    const last = BigInt(this.state.lastTicks);
    this.state.lastTicks = String(now > last ? now : last + 1n);
    return this.state.lastTicks;
  }

  newId(): string {
    return randomUUID();
  }

  /** Changes go one after another, and are on disk before the caller is answered. */
  change<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(async () => {
      const result = await act();
      await this.save();
      return result;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  findOrganization(boxId: string): OrganizationRecord | undefined {
    return this.state.organizations.find((one) => one.boxId === boxId);
  }

  getOrganization(boxId: string): OrganizationRecord {
    const found = this.findOrganization(boxId);
    if (!found) throw new DiadocError(404, `Ящик ${boxId} не найден`);
    return found;
  }

  findRelation(of: string, to: string): RelationRecord | undefined {
    return this.state.relations.find((one) => one.of === of && one.to === to);
  }

  /** A message that stands in the box. */
  getMessage(boxId: string, messageId: string): MessageRecord {
    const found = this.state.messages[messageId.toLowerCase()];
    if (!found || (found.fromBoxId !== boxId && found.toBoxId !== boxId)) {
      throw new DiadocError(404, `Сообщение ${messageId} не найдено в ящике ${boxId}`);
    }
    return found;
  }
}
