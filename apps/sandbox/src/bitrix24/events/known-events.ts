/** Events that this portal can send; another name is ERROR_EVENT_NOT_FOUND. */
export const knownEvents = [
  'ONCRMDEALADD',
  'ONCRMDEALUPDATE',
  'ONCRMREQUISITEUPDATE',
  'ONCRMTIMELINECOMMENTADD',
  'ONTASKADD',
] as const;

export const isKnownEvent = (name: string): boolean => knownEvents.some((event) => event === name);
