import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isForbiddenAddress } from './forbidden-address.js';

/** Resolves a name to all its addresses, as `dns.lookup` with `all`. */
export type ResolveAll = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Thrown into the connection when a name leads to nothing but forbidden addresses. */
export const ADDRESS_FORBIDDEN = 'ADDRESS_FORBIDDEN';

const forbidden = (hostname: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${hostname} leads to an address that is not public`), { code: ADDRESS_FORBIDDEN });

/**
 * A `lookup` for sockets that hands out public addresses only. The socket connects to the very address that was
 * checked, so a name that changes its mind between check and use gains nothing.
 */
export const guardedLookup =
  (resolve: ResolveAll = systemLookup): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const allowed = error === null ? addresses.filter(({ address }) => !isForbiddenAddress(address)) : [];
      const [first] = allowed;
      if (error !== null || first === undefined) done(error ?? forbidden(hostname), '', 0);
      else if (options.all === true) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
