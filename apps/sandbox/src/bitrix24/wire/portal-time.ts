/** The portal lives in Moscow: three hours from UTC, the year round. */
const OFFSET_MS = 3 * 60 * 60 * 1000;

/** `2026-11-24T12:00:00+03:00`. */
export const portalTime = (at: Date): string =>
  `${new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+03:00`;

/** Milliseconds of what a client may send as a date: ISO with or without a zone, or `24.11.2026 12:00:00`. */
export const readPortalTime = (text: string): number => {
  const russian = /^(\d{2})\.(\d{2})\.(\d{4})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text);
  const iso = russian
    ? `${russian[3] ?? ''}-${russian[2] ?? ''}-${russian[1] ?? ''}T${russian[4] ?? '00:00:00'}`
    : text.trim().replace(' ', 'T');
  return Date.parse(hasZone(iso) ? iso : `${iso.length === 10 ? `${iso}T00:00:00` : iso}+03:00`);
};

const hasZone = (iso: string): boolean => /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso);
