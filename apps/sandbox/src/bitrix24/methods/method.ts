import type { PortalRoom } from '../portal/room.js';
import type { Params } from '../wire/params.js';

/** Who calls: a webhook of a user, or the application on behalf of one. */
export interface Caller {
  readonly kind: 'webhook' | 'app';
  readonly userId: string;
}

export interface Call {
  readonly room: PortalRoom;
  readonly caller: Caller;
  readonly params: Params;
}

export interface Answer {
  readonly result: unknown;
  readonly total?: number;
  readonly next?: number;
}

export interface Method {
  /** Works only with an application's token, as `event.bind` does. */
  readonly isAppOnly?: true;
  readonly run: (call: Call) => Answer;
}

export type Methods = Readonly<Record<string, Method>>;

export const method = (run: (call: Call) => Answer): Method => ({ run });
export const appMethod = (run: (call: Call) => Answer): Method => ({ run, isAppOnly: true });

/** A list's page in the answer's own words. */
export const listAnswer = <T>(
  page: { readonly items: readonly T[]; readonly total?: number; readonly next?: number },
  show: (item: T) => unknown,
): Answer => ({
  result: page.items.map(show),
  ...(page.total === undefined ? {} : { total: page.total }),
  ...(page.next === undefined ? {} : { next: page.next }),
});
