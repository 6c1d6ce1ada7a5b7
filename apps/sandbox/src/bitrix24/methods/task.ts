import { randomUUID } from 'node:crypto';

import { pageOf } from '../list/listing.js';
import type { Task } from '../portal/portal.js';
import { type Fields, isMap, listParam, mapParam, param, textOf, textParam } from '../wire/params.js';
import { portalTime, readPortalTime } from '../wire/portal-time.js';
import { RestError } from '../wire/rest-error.js';
import { type Answer, type Call, method, type Methods } from './method.js';
import { findUser, userName } from './users.js';

const cells = (task: Task): Fields => ({
  ID: task.id,
  TITLE: task.title,
  DESCRIPTION: task.description,
  RESPONSIBLE_ID: task.responsibleId,
  CREATED_BY: task.createdBy,
  CREATED_DATE: task.createdDate,
  CHANGED_DATE: task.createdDate,
  DEADLINE: task.deadline,
  PRIORITY: task.priority,
  STATUS: '2',
  REAL_STATUS: '2',
  XML_ID: task.xmlId,
  GUID: task.guid,
  GROUP_ID: '0',
  UF_CRM_TASK: task.crm,
});

const camel = (name: string): string =>
  name.toLowerCase().replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const person = (id: string): Fields => ({
  id,
  name: userName(id),
  link: `/company/personal/user/${id}/`,
  icon: '/bitrix/images/tasks/default_avatar.png',
  workPosition: '',
});

/** Own fields come only when they are asked for by name. */
const show = (task: Task, asked: readonly string[]): Fields => {
  const all = cells(task);
  const wants = (name: string) =>
    asked.length === 0 || asked.includes('*') ? !name.startsWith('UF_') || asked.includes('UF_*') : false;
  const names = Object.keys(all).filter((name) => wants(name) || asked.includes(name) || name === 'ID');
  return {
    ...Object.fromEntries(names.map((name) => [camel(name), all[name]])),
    group: [],
    creator: person(task.createdBy),
    responsible: person(task.responsibleId),
    subStatus: '2',
  };
};

const makeTask = ({ room, caller }: Call, fields: Fields): Task => {
  const { title, responsibleId } = requiredOf(fields);
  const task: Task = {
    id: room.nextId('task'),
    title,
    responsibleId,
    description: textOf(fields.DESCRIPTION) ?? '',
    createdBy: textOf(fields.CREATED_BY) ?? caller.userId,
    createdDate: room.now(),
    deadline: deadlineOf(fields),
    priority: textOf(fields.PRIORITY) ?? '1',
    xmlId: textOf(fields.XML_ID) ?? null,
    guid: `{${randomUUID()}}`,
    crm: boundTo(fields.UF_CRM_TASK),
  };
  room.portal.tasks.push(task);
  const data = { FIELDS_BEFORE: 'undefined', FIELDS_AFTER: { ID: task.id }, IS_ACCESSIBLE_AFTER: 'N' };
  room.changed({ event: 'ONTASKADD', entityId: task.id, userId: caller.userId, data });
  return task;
};

const requiredOf = (fields: Fields) => {
  const title = textOf(fields.TITLE) ?? '';
  const responsibleId = textOf(fields.RESPONSIBLE_ID) ?? '';
  if (title === '') throw new RestError('100', 'Не указано название задачи.');
  if (!findUser(responsibleId)) throw new RestError('100', 'Не найден пользователь, указанный в поле «Ответственный».');
  return { title, responsibleId };
};

const boundTo = (value: unknown): readonly string[] =>
  isMap(value) ? Object.values(value).flatMap((one) => textOf(one) ?? []) : [];

const deadlineOf = (fields: Fields): string | null => {
  const ms = readPortalTime(textOf(fields.DEADLINE) ?? '');
  return Number.isNaN(ms) ? null : portalTime(new Date(ms));
};

const listTasks = ({ room, params }: Call): Answer => {
  const byId = new Map(room.portal.tasks.map((task) => [task.id, task]));
  const asked = listParam(params, 'select');
  const order = param(params, 'order') ?? { ID: 'DESC' };
  const { items, ...rest } = pageOf(room.portal.tasks.map(cells), { ...params, order });
  const tasks = items.flatMap((row) => byId.get(textOf(row.ID) ?? '') ?? []);
  return { result: { tasks: tasks.map((task) => show(task, asked)) }, ...rest };
};

export const taskMethods: Methods = {
  'tasks.task.add': method((call) => ({ result: { task: show(makeTask(call, mapParam(call.params, 'fields')), []) } })),
  'tasks.task.list': method(listTasks),
  'tasks.task.get': method(({ room, params }) => {
    const id = textParam(params, 'taskId') ?? textParam(params, 'id');
    const task = room.portal.tasks.find((one) => one.id === id);
    if (!task) throw new RestError('100', 'Задача не найдена или недоступна');
    return { result: { task: show(task, listParam(params, 'select')) } };
  }),
  /** Older and still answered: TASKDATA, `fields`, or the first of a plain array; the id alone comes back. */
  'task.item.add': method((call) => {
    const given = param(call.params, 'TASKDATA') ?? param(call.params, 'fields') ?? param(call.params, '0');
    return { result: Number(makeTask(call, isMap(given) ? given : {}).id) };
  }),
};
