const DEAL_EVENTS = ['ONCRMDEALADD', 'ONCRMDEALUPDATE'];

/**
 * Whether the body can mean that a deal was changed: the sweep's `{ dealId }`, a Битрикс24 robot's `document_id`, or an
 * event of Битрикс24 with one of its two names.
 */
export const isAboutChange = (body: unknown): boolean => {
  const event = at(body, 'event');
  return typeof event !== 'string' || DEAL_EVENTS.includes(event.toUpperCase());
};

/** The deal's id out of any of these bodies. */
export const dealIdOf = (body: unknown): string | undefined => {
  const fields = at(at(body, 'data'), 'FIELDS');
  const robot = at(at(body, 'document_id'), '2');
  const candidates = [
    at(body, 'dealId'),
    at(fields, 'ID'),
    typeof robot === 'string' ? robot.replace(/^DEAL_/, '') : robot,
  ];
  return candidates.map(asId).find((id) => id !== undefined);
};

const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const asId = (value: unknown): string | undefined => {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : undefined;
};
