import type { HttpAnswer, HttpService } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';

type Order = Parameters<HttpService['request']>[0];

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HARMLESS = new Set(['accept', 'accept-language', 'user-agent']);

/**
 * The order for the address that an answer points to, or `undefined` when the answer itself is the result. Only GET
 * and HEAD are followed: a change is never sent anywhere else than where it was meant to go. Another origin gets no
 * header that could hold a credential, and https is not left for http.
 */
export const nextHop = (order: Order, from: URL, answer: HttpAnswer): Order | undefined => {
  const { location } = answer.headers;
  const isFollowed = REDIRECTS.has(answer.status) && (order.method === 'GET' || order.method === 'HEAD');
  if (!isFollowed || location === undefined || !URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from.href);
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new NodeFault('refused', 'REDIRECT_TO_PLAIN_HTTP', { facts: { host: from.host } });
  return { ...order, url: to.href, headers: to.origin === from.origin ? (order.headers ?? {}) : harmless(order) };
};

const harmless = ({ headers = {} }: Order): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.has(name.toLowerCase())));
