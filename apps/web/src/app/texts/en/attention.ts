import type { attention as Source } from '../ru/attention.js';

export const attention: typeof Source = {
  title: 'Needs attention',
  about: 'What will not go on by itself.',
  empty: 'Everything goes on by itself. What stops will be shown here.',
  toRuns: 'To the runs',
  runs: 'Runs that stopped',
  deliveries: 'Events that failed',
  certificates: 'Certificates that run out',
  connections: 'Connections that do not work',
  expired: (owner, day) => `${owner}: the certificate ran out on ${day}`,
  expires: (owner, day) => `${owner}: the certificate runs out on ${day}`,
  expiredWhat: 'Nothing can be signed with it any more. Upload a new one.',
  expiresWhat: 'Get a new one in time: without it signing stops.',
};
