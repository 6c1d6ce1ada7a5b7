import type { Subscription } from '../portal/portal.js';
import type { PortalEvent } from '../portal/room.js';
import { buildPhpForm } from '../wire/php-query.js';

export interface PortalAddress {
  /** Host and port. */
  readonly domain: string;
  /** `http://…/rest/`. */
  readonly endpoint: string;
  readonly memberId: string;
}

/** Token of the application for the handler; an outgoing webhook has none. */
export interface EventToken {
  readonly accessToken: string;
  readonly userId: string;
}

interface EventOrder {
  readonly happened: PortalEvent;
  readonly subscription: Subscription;
  readonly address: PortalAddress;
  readonly at: Date;
  readonly token?: EventToken;
}

/** The body that Битрикс24 posts to a handler: a form with PHP brackets, ids only. */
export const eventBody = ({ happened, subscription, address, at, token }: EventOrder): string =>
  buildPhpForm({
    event: happened.event,
    event_handler_id: subscription.id,
    data: happened.data,
    ts: String(Math.floor(at.getTime() / 1000)),
    auth: {
      ...(token ? { access_token: token.accessToken, expires_in: '3600', scope: 'crm,task,user' } : {}),
      domain: address.domain,
      server_endpoint: address.endpoint,
      ...(token ? { status: 'L' } : {}),
      client_endpoint: address.endpoint,
      member_id: address.memberId,
      ...(token ? { user_id: token.userId } : {}),
      application_token: subscription.applicationToken,
    },
  });
