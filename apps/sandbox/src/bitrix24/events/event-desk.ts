import type { Subscription } from '../portal/portal.js';
import type { PortalEvent, PortalRoom } from '../portal/room.js';
import { issueToken } from '../oauth/tokens.js';
import { eventBody } from './event-body.js';
import { portalAddress } from './portal-address.js';

const HANDLER_PATIENCE_MS = 10_000;
/** Between the events of one save. */
const STEP_MS = 30;
const KEPT_DELIVERIES = 200;

/** Sends what happened to whoever has subscribed: several times for one save, never again when nobody answers. */
export class EventDesk {
  constructor(private readonly room: PortalRoom) {}

  async send(events: readonly PortalEvent[]): Promise<void> {
    const orders = events.flatMap((happened) => this.ordersOf(happened));
    const inOrder = this.isArmed('reorder-events', orders.length) ? [...orders].reverse() : orders;
    inOrder.forEach((act, at) => this.room.tools.later(STEP_MS * (at + 1), act));
    if (this.queueOffline(events)) await this.room.settle();
  }

  private ordersOf(happened: PortalEvent): readonly (() => Promise<void>)[] {
    const listeners = this.room.portal.subscriptions.filter(
      (one) => one.event === happened.event && one.kind !== 'app-offline',
    );
    const copies = this.copiesOf(happened);
    return listeners.flatMap((one) => Array.from({ length: copies }, () => () => this.post(happened, one)));
  }

  private copiesOf(happened: PortalEvent): number {
    const usual = happened.event === 'ONCRMDEALUPDATE' ? this.room.portal.settings.eventsPerSave : 1;
    return this.isArmed('repeat-events', 1) ? usual * 2 : usual;
  }

  private isArmed(kind: 'repeat-events' | 'reorder-events', count: number): boolean {
    const target = { system: 'bitrix24', method: 'POST', path: '/event' } as const;
    return count > 0 && this.room.tools.faults.take(target, [kind]) !== undefined;
  }

  private async post(happened: PortalEvent, subscription: Subscription): Promise<void> {
    const status = await answerOf(subscription.handler, this.bodyOf(happened, subscription));
    const { event, entityId } = happened;
    this.room.tools.log('bitrix24.event.sent', { event, entityId, status });
    const sent = { event, entityId, handler: subscription.handler, at: this.room.now(), status };
    this.room.portal.deliveries = [...this.room.portal.deliveries, sent].slice(-KEPT_DELIVERIES);
    this.room.changed();
    await this.room.settle();
  }

  private bodyOf(happened: PortalEvent, subscription: Subscription): string {
    const userId = subscription.authType === '0' ? happened.userId : subscription.authType;
    const order = { happened, subscription, address: portalAddress(this.room), at: this.room.tools.now() };
    if (subscription.kind === 'outgoing-webhook') return eventBody(order);
    return eventBody({ ...order, token: { accessToken: issueToken(this.room, userId).accessToken, userId } });
  }

  private queueOffline(events: readonly PortalEvent[]): boolean {
    const { portal } = this.room;
    const heard = events.filter((happened) =>
      portal.subscriptions.some((one) => one.kind === 'app-offline' && one.event === happened.event),
    );
    for (const { event, data } of heard)
      portal.offline.push({
        id: this.room.nextId('offline'),
        event,
        data,
        at: this.room.now(),
        processId: null,
        isError: false,
      });
    return heard.length > 0;
  }
}

/** HTTP status of the handler; 0 when it cannot be reached. */
const answerOf = async (handler: string, body: string): Promise<number> => {
  try {
    const answer = await fetch(handler, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Bitrix24 Webhook Engine' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(HANDLER_PATIENCE_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
};
