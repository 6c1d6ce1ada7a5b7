import { composeEvent } from '../docflow/compose.js';
import { documentOf, findEntity, otherBox } from '../docflow/tree.js';
import { DiadocError } from '../http/diadoc-error.js';
import { messageOf, type Answer, type Call, type Operation } from '../http/operation.js';
import { placeOf } from '../ids.js';
import type { EventRecord, MessageRecord } from '../state/state.js';
import { BoxEvent, BoxEventList } from '../wire/message.js';

const feedOf = ({ world }: Call, boxId: string): readonly EventRecord[] => world.state.events[boxId] ?? [];

/** An event with its place in the feed. */
interface Placed {
  readonly event: EventRecord;
  readonly place: number;
}

const newEvents = async (call: Call, path: string): Promise<Answer> => {
  const { query, world } = call;
  const { boxId } = call.ownBox();
  const feed = feedOf(call, boxId);
  const fitting = feed.map((event, place) => ({ event, place })).filter(({ event }) => fits(call, boxId, event));
  const start = startOf({ key: query.find('afterIndexKey'), eventId: query.find('afterEventId') }, boxId, feed);
  const limit = query.number('limit', { fallback: 100, min: 1, max: 100 });
  const isDescending = query.find('orderBy')?.toLowerCase() === 'descending';
  const page = (isDescending ? before(fitting, start) : after(fitting, start)).slice(0, limit);
  const played = playDisorder(call, path, { page, feed });
  return messageOf(BoxEventList, {
    Events: await Promise.all(played.map((event) => composeEvent(world, event, { boxId }))),
    TotalCount: fitting.length,
    TotalCountType: 'Equal',
  });
};

const after = (all: readonly Placed[], start = -1): readonly Placed[] => all.filter(({ place }) => place > start);
const before = (all: readonly Placed[], start = Number.POSITIVE_INFINITY): readonly Placed[] =>
  all.filter(({ place }) => place < start).toReversed();

const startOf = (
  { key, eventId }: { key: string | undefined; eventId: string | undefined },
  boxId: string,
  feed: readonly EventRecord[],
): number | undefined => {
  if (key === undefined && eventId === undefined) return undefined;
  const place =
    key === undefined ? feed.findIndex((event) => event.eventId === eventId?.toLowerCase()) : placeOf(boxId, key);
  if (place === undefined || place < 0 || place >= feed.length) {
    throw new DiadocError(400, 'Событие, с которого нужно продолжить, не найдено в ящике');
  }
  return place;
};

const fits = (call: Call, boxId: string, event: EventRecord): boolean => {
  const { query, world } = call;
  const message = world.getMessage(boxId, event.messageId);
  const direction = message.fromBoxId === boxId ? 'outbound' : 'inbound';
  const checks: readonly (readonly [string, string])[] = [
    ['messageType', 'letter'],
    ['documentDirection', direction],
    ['typeNamedId', typeOf(message, event)],
    ['counteragentBoxId', otherBox(message, boxId)],
  ];
  const isNamed = checks.every(([name, value]) => isListed(query.list(name), value));
  return isNamed && isInTime(call, event);
};

const isListed = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.some((one) => one.toLowerCase() === value.toLowerCase());

const isInTime = ({ query }: Call, { ticks }: EventRecord): boolean => {
  const from = query.find('timestampFromTicks');
  const to = query.find('timestampToTicks');
  return (from === undefined || BigInt(ticks) >= BigInt(from)) && (to === undefined || BigInt(ticks) < BigInt(to));
};

const typeOf = (message: MessageRecord, event: EventRecord): string => {
  const entity = event.entityIds[0] === undefined ? message.entities[0] : findEntity(message, event.entityIds[0]);
  return (entity && documentOf(message, entity)?.document.typeNamedId) ?? '';
};

/** The armed faults of the feed: events seen before and the page twice, or the page back to front. */
const playDisorder = (
  { world }: Call,
  path: string,
  { page, feed }: { page: readonly Placed[]; feed: readonly EventRecord[] },
): readonly EventRecord[] => {
  const target = { system: 'diadoc', method: 'GET', path } as const;
  const events = page.map(({ event }) => event);
  const [first] = page;
  if (!first) return events;
  if (world.tools.faults.take(target, ['repeat-events'])) {
    return [...feed.slice(Math.max(0, first.place - 2), first.place), ...events, ...events];
  }
  return world.tools.faults.take(target, ['reorder-events']) ? events.toReversed() : events;
};

const eventsAt = (path: string): Operation => ({ method: 'GET', path, handle: (call) => newEvents(call, path) });

const getEvent: Operation = {
  method: 'GET',
  path: '/V3/GetEvent',
  handle: async (call) => {
    const { boxId } = call.ownBox();
    const eventId = call.query.get('eventId').toLowerCase();
    const found = feedOf(call, boxId).find((event) => event.eventId === eventId);
    if (!found) throw new DiadocError(404, `Событие ${eventId} не найдено`);
    return messageOf(BoxEvent, await composeEvent(call.world, found, { boxId }));
  },
};

const getLastEvent: Operation = {
  method: 'GET',
  path: '/V2/GetLastEvent',
  handle: async (call) => {
    const { boxId } = call.ownBox();
    const last = feedOf(call, boxId).at(-1);
    if (!last) return { kind: 'nothing', status: 204 };
    return messageOf(BoxEvent, await composeEvent(call.world, last, { boxId }));
  },
};

export const eventOperations: readonly Operation[] = [
  eventsAt('/V8/GetNewEvents'),
  { ...eventsAt('/V7/GetNewEvents'), sunset: 'Sat, 03 Apr 2027 00:00:00 GMT' },
  getEvent,
  getLastEvent,
];
