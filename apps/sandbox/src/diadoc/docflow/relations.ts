import { DiadocError } from '../http/diadoc-error.js';
import type { OrganizationRecord, RelationRecord } from '../state/state.js';
import type { CounteragentEventWord, CounteragentStatusWord } from '../wire/enums.js';
import type { World } from '../world.js';

interface Pair {
  readonly by: OrganizationRecord;
  readonly other: OrganizationRecord;
  readonly text?: string;
}

/** An invitation, or the yes to one that the other side sent before. */
export const invite = (world: World, pair: Pair): void => {
  const { by, other } = pair;
  const status = world.findRelation(by.boxId, other.boxId)?.status ?? 'NotInCounteragentList';
  if (by.boxId === other.boxId) throw new DiadocError(409, 'Нельзя пригласить собственную организацию');
  if (status === 'IsMyCounteragent') throw new DiadocError(409, `${other.shortName} уже ваш контрагент`);
  if (status === 'InvitesMe') accept(world, pair);
  else if (status !== 'IsInvitedByMe') {
    put(world, pair, { mine: 'IsInvitedByMe', theirs: 'InvitesMe' });
    note(world, pair, { mine: 'IInvitedCounteragent', theirs: 'CounteragentInvitedMe' });
  }
};

const accept = (world: World, pair: Pair): void => {
  put(world, pair, { mine: 'IsMyCounteragent', theirs: 'IsMyCounteragent' });
  note(world, pair, { mine: 'IAcceptedInvitation', theirs: 'CounteragentAcceptedInvitation' });
};

/** Withdraws or rejects an invitation, or ends a partnership. */
export const breakOff = (world: World, pair: Pair): void => {
  const status = world.findRelation(pair.by.boxId, pair.other.boxId)?.status;
  const events = BREAKS[status ?? 'NotInCounteragentList'];
  if (!events) throw new DiadocError(409, `${pair.other.shortName} нет в списке контрагентов`);
  put(world, pair, { mine: 'IsRejectedByMe', theirs: 'RejectsMe' });
  note(world, pair, events);
};

interface Events {
  readonly mine: CounteragentEventWord;
  readonly theirs: CounteragentEventWord;
}
const BREAKS: Partial<Record<CounteragentStatusWord, Events>> = {
  IsMyCounteragent: { mine: 'IBrokeUpWithCounteragent', theirs: 'CounteragentBrokeUpWithMe' },
  InvitesMe: { mine: 'IRejectedInvitation', theirs: 'CounteragentRejectedInvitation' },
  IsInvitedByMe: { mine: 'IWithdrewInvitation', theirs: 'CounteragentWithdrewInvitation' },
};

const put = (
  world: World,
  { by, other, text }: Pair,
  statuses: { mine: CounteragentStatusWord; theirs: CounteragentStatusWord },
): void => {
  const ticks = world.nextTicks();
  const mine = demandRelation(world, by.boxId, other.boxId);
  const theirs = demandRelation(world, other.boxId, by.boxId);
  Object.assign(mine, { status: statuses.mine, ticks, ...(text === undefined ? {} : { messageTo: text }) });
  Object.assign(theirs, { status: statuses.theirs, ticks, ...(text === undefined ? {} : { messageFrom: text }) });
};

const demandRelation = (world: World, of: string, to: string): RelationRecord => {
  const known = world.findRelation(of, to);
  if (known) return known;
  const made: RelationRecord = { of, to, status: 'NotInCounteragentList', ticks: '0' };
  world.state.relations.push(made);
  return made;
};

const note = (world: World, { by, other, text }: Pair, { mine, theirs }: Events): void => {
  const sides = [
    { boxId: by.boxId, counteragentBoxId: other.boxId, type: mine },
    { boxId: other.boxId, counteragentBoxId: by.boxId, type: theirs },
  ];
  for (const side of sides) {
    const relation = demandRelation(world, side.boxId, side.counteragentBoxId);
    world.state.counteragentEvents.push({
      ...side,
      eventId: world.newId(),
      status: relation.status,
      ticks: relation.ticks,
      ...(text === undefined ? {} : { comment: text }),
    });
  }
};
