import {
  IconBell,
  IconFileText,
  IconPlayerPlay,
  IconPlugConnected,
  IconRoute,
  IconSettings,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';

/** The rail, in the order in which a working day asks for it. */
export const places = [
  { key: 'attention', to: '/w/$ws/attention', icon: IconBell },
  { key: 'documents', to: '/w/$ws/documents', icon: IconFileText },
  { key: 'runs', to: '/w/$ws/runs', icon: IconPlayerPlay },
  { key: 'scenarios', to: '/w/$ws/scenarios', icon: IconRoute },
  { key: 'counterparties', to: '/w/$ws/counterparties', icon: IconUsers },
  { key: 'connections', to: '/w/$ws/connections', icon: IconPlugConnected },
  { key: 'deliveries', to: '/w/$ws/deliveries', icon: IconWebhook },
  { key: 'settings', to: '/w/$ws/settings/$tab', icon: IconSettings },
] as const;

/** Pages that belong to a place but have an address of their own. */
const within: Readonly<Record<string, string>> = { runs: 'waits' };

export const isWithin = (place: string, pathname: string): boolean =>
  within[place] !== undefined && pathname.split('/')[3] === within[place];

/** On a phone four fit below the thumb; the rest is behind «Ещё». */
export const phonePlaces = ['attention', 'documents', 'runs', 'scenarios'] as const;
