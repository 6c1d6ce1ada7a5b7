import { BlockList, isIP } from 'node:net';

// IANA special-purpose registries: what is not globally reachable, or leads back into a private net by translation.
const FORBIDDEN_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
const FORBIDDEN_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const forbidden4 = new BlockList();
for (const [net, prefix] of FORBIDDEN_4) forbidden4.addSubnet(net, prefix, 'ipv4');
const forbidden6 = new BlockList();
for (const [net, prefix] of FORBIDDEN_6) forbidden6.addSubnet(net, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address must not be connected to on behalf of a workspace: private, loopback, link-local, carrier-grade
 * NAT, multicast, reserved; of IPv6 all but global unicast, so mapped and translated addresses too. What is no address
 * at all is forbidden.
 */
export const isForbiddenAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return forbidden4.check(address, 'ipv4');
  if (family === 6) return !global6.check(address, 'ipv6') || forbidden6.check(address, 'ipv6');
  return true;
};
