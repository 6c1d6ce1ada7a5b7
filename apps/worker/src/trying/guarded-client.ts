import { GATEWAY_METHODS, type GatewayName } from '@potok/contracts';
import { notMade, type TellNotMade } from './not-made.js';

type Method = (...given: readonly unknown[]) => unknown;

/**
 * The real client of a connection, of which only the reading methods of its gateway can be called. Whatever else is called,
 * also what the interface does not name, is told and thrown out of the step before anything leaves the worker.
 */
export const guardedClient = (client: object, gateway: GatewayName, tell: TellNotMade): unknown => {
  const methods = new Map<string, 'reads' | 'acts'>(Object.entries(GATEWAY_METHODS[gateway]));
  return proxied((name) => {
    const method: unknown = Reflect.get(client, name);
    if (typeof method !== 'function') return undefined;
    if (methods.get(name) !== 'reads') return () => notMade(tell, 'acting');
    return (...given) => Reflect.apply(method, client, given) as unknown;
  });
};

/** Stands where a slot is empty. */
export const absentClient = (tell: TellNotMade): unknown => proxied(() => () => notMade(tell, 'no-connection'));

/** Nothing of the client itself can be reached but its methods. A client is no promise: `await` must not call it. */
const proxied = (find: (name: string) => Method | undefined): unknown =>
  new Proxy(Object.freeze({}), {
    get: (_target, name) => (typeof name === 'symbol' || name === 'then' ? undefined : find(name)),
  });
