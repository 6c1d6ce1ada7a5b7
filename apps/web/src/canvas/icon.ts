import type { AnyManifest } from '@potok/contracts';

const PLAIN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"><rect x="4" y="6" width="16" height="12" rx="3"/></svg>';

/** The manifest's drawing as a mask: it takes the colour of its system and can run nothing. */
export const iconMask = (manifest: AnyManifest | undefined): string =>
  `url("data:image/svg+xml,${encodeURIComponent((manifest?.icon ?? PLAIN).replaceAll('currentColor', '#000'))}")`;

const families: Readonly<Record<string, string>> = {
  crm: 'crm',
  edo: 'operator',
  accounting: 'accounting',
  trigger: 'trigger',
};

/** Whose colour a node wears. */
export const brandOf = (manifest: AnyManifest | undefined): string =>
  `var(--brand-${families[manifest?.family ?? ''] ?? 'flow'})`;
