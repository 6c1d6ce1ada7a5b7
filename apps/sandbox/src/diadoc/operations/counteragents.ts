import { organizationInfo } from '../docflow/organization-info.js';
import { breakOff, invite } from '../docflow/relations.js';
import { DiadocError } from '../http/diadoc-error.js';
import { messageOf, type Answer, type Call, type Operation } from '../http/operation.js';
import { placeOf, toBoxGuid, toIndexKey } from '../ids.js';
import type { OrganizationRecord, RelationRecord } from '../state/state.js';
import {
  AcquireCounteragentRequest,
  AcquireCounteragentResultV2,
  AsyncMethodResult,
  BoxCounteragentEventList,
  Counteragent,
  CounteragentList,
  type CounteragentWire,
} from '../wire/counteragent.js';

const TASK_MS = 300;

const show = ({ world, login }: Call, relation: RelationRecord): CounteragentWire => {
  const other = world.getOrganization(relation.to);
  return {
    IndexKey: toIndexKey(relation.of, world.state.relations.indexOf(relation)),
    Organization: organizationInfo(other, other.login === login),
    CurrentStatus: relation.status,
    LastEventTimestampTicks: relation.ticks,
    ...(relation.messageFrom === undefined ? {} : { MessageFromCounteragent: relation.messageFrom }),
    ...(relation.messageTo === undefined ? {} : { MessageToCounteragent: relation.messageTo }),
  };
};

const getCounteragents: Operation = {
  method: 'GET',
  path: '/V3/GetCounteragents',
  handle: async (call) => {
    const { world, query } = call;
    const mine = call.ownBox('myBoxId');
    const after = query.find('afterIndexKey');
    const from = after === undefined ? 0 : demandPlace(mine.boxId, after) + 1;
    const fitting = world.state.relations.filter(
      (one) => one.of === mine.boxId && fitsStatus(one, query.find('counteragentStatus')) && fitsText(call, one),
    );
    const size = query.number('pageSize', { fallback: 100, min: 1, max: 100 });
    const page = fitting.filter((one) => world.state.relations.indexOf(one) >= from).slice(0, size);
    return messageOf(CounteragentList, {
      TotalCount: fitting.length,
      Counteragents: page.map((one) => show(call, one)),
      TotalCountType: 'Equal',
    });
  },
};

const fitsStatus = (relation: RelationRecord, wanted: string | undefined): boolean =>
  wanted === undefined
    ? relation.status !== 'NotInCounteragentList'
    : relation.status.toLowerCase() === wanted.toLowerCase();

const fitsText = ({ world, query }: Call, relation: RelationRecord): boolean => {
  const text = query.find('query')?.toLowerCase();
  if (text === undefined) return true;
  const { inn, kpp, fullName, shortName } = world.getOrganization(relation.to);
  return [inn, kpp, fullName, shortName].some((value) => value.toLowerCase().includes(text));
};

const demandPlace = (boxId: string, key: string): number => {
  const place = placeOf(boxId, key);
  if (place === undefined) throw new DiadocError(400, 'Неизвестный afterIndexKey');
  return place;
};

const getCounteragent: Operation = {
  method: 'GET',
  path: '/V3/GetCounteragent',
  handle: async (call) => {
    const mine = call.ownBox('myBoxId');
    const other = call.world.getOrganization(call.query.box('counteragentBoxId'));
    const known = call.world.findRelation(mine.boxId, other.boxId);
    if (known) return messageOf(Counteragent, show(call, known));
    return messageOf(Counteragent, {
      Organization: organizationInfo(other, false),
      CurrentStatus: 'NotInCounteragentList',
      LastEventTimestampTicks: '0',
    });
  },
};

const acquireCounteragent: Operation = {
  method: 'POST',
  path: '/V3/AcquireCounteragent',
  handle: async (call) => {
    const { world } = call;
    const by = call.ownBox('myBoxId');
    const request = call.read(AcquireCounteragentRequest);
    const other = findInvited(call, request);
    const text = request.MessageToCounteragent;
    const taskId = world.newId();
    await world.change(async () => {
      invite(world, { by, other, ...(text === undefined ? {} : { text }) });
      const readyAt = new Date(world.now().getTime() + TASK_MS).toISOString();
      world.state.tasks[taskId] = { taskId, boxId: by.boxId, counteragentBoxId: other.boxId, readyAt };
    });
    return messageOf(AsyncMethodResult, { TaskId: taskId });
  },
};

const findInvited = (
  { world }: Call,
  request: { OrgId?: string | undefined; BoxId?: string | undefined; Inn?: string | undefined },
): OrganizationRecord => {
  const orgId = toBoxGuid(request.OrgId ?? '');
  const boxId = toBoxGuid(request.BoxId ?? '');
  const found = world.state.organizations.find(
    (one) => one.boxId === boxId || one.orgId === orgId || one.inn === request.Inn,
  );
  if (!found) throw new DiadocError(404, 'Организация для приглашения не найдена');
  return found;
};

const acquireResult = async (call: Call, myBox: string | undefined): Promise<Answer> => {
  const task = call.world.state.tasks[call.query.get('taskId').toLowerCase()];
  const isMine = task && call.ownOrganizations().some((one) => one.boxId === task.boxId);
  if (!task || !isMine || (myBox !== undefined && task.boxId !== myBox)) {
    throw new DiadocError(404, 'Операция не найдена');
  }
  if (task.readyAt > call.world.now().toISOString()) return { kind: 'later', status: 204, seconds: 1 };
  return messageOf(AcquireCounteragentResultV2, { BoxId: task.counteragentBoxId });
};

const acquireCounteragentResult: Operation = {
  method: 'GET',
  path: '/V3/AcquireCounteragentResult',
  handle: async (call) => acquireResult(call, call.ownBox('myBoxId').boxId),
};
const acquireCounteragentResultV2: Operation = {
  method: 'GET',
  path: '/V2/AcquireCounteragentResult',
  sunset: 'Sat, 01 May 2027 00:00:00 GMT',
  handle: async (call) => acquireResult(call, undefined),
};

const breakWithCounteragent: Operation = {
  method: 'POST',
  path: '/V2/BreakWithCounteragent',
  handle: async (call) => {
    const { world, query } = call;
    const by = call.ownBox('myBoxId');
    const other = world.getOrganization(query.box('counteragentBoxId'));
    const text = query.find('comment');
    await world.change(async () => breakOff(world, { by, other, ...(text === undefined ? {} : { text }) }));
    return { kind: 'nothing', status: 200 };
  },
};

const getCounteragentEvents: Operation = {
  method: 'GET',
  path: '/V1/GetCounteragentEvents',
  handle: async (call) => {
    const { world, query } = call;
    const { boxId } = call.ownBox();
    const after = query.find('afterIndexKey');
    const all = world.state.counteragentEvents.filter((one) => one.boxId === boxId);
    const from = after === undefined ? 0 : demandPlace(boxId, after) + 1;
    const page = all.slice(from, from + query.number('limit', { fallback: 100, min: 1, max: 100 }));
    return messageOf(BoxCounteragentEventList, {
      Events: page.map((one) => ({
        EventId: one.eventId,
        Counteragent: {
          CounteragentBoxId: one.counteragentBoxId,
          Status: one.status,
          EventTimestampTicks: one.ticks,
          ...(one.comment === undefined ? {} : { LastEventComment: one.comment }),
        },
        IndexKey: toIndexKey(boxId, all.indexOf(one)),
        EventTypes: [one.type],
      })),
      TotalCount: all.length,
      TotalCountType: 'Equal',
    });
  },
};

export const counteragentOperations: readonly Operation[] = [
  getCounteragents,
  getCounteragent,
  acquireCounteragent,
  acquireCounteragentResult,
  acquireCounteragentResultV2,
  breakWithCounteragent,
  getCounteragentEvents,
];
