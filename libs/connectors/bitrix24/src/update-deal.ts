import type { CrmDealUpdate, CrmGateway, Json } from '@potok/contracts';
import { batch, type Command, type Commands } from './batch.js';
import { commentText, hasMarker, markerOf } from './marker.js';
import type { Param } from './php-query.js';
import { dealNotFound } from './read-deal.js';
import { asRow, asRows, idOf, textOf, type Row } from './rows.js';
import type { BitrixSession } from './session.js';

interface Updating {
  readonly session: BitrixSession;
  readonly order: CrmDealUpdate;
  readonly key: string;
  readonly signal: AbortSignal;
}
interface Before {
  readonly deal: Row;
  readonly commentId: string | undefined;
  readonly taskId: string | undefined;
}

/**
 * Sets what differs and adds what is not there yet. The portal knows no keys, so a comment and a task carry a short
 * mark of the key, and both are looked for before they are written.
 */
export const updateDeal = async (updating: Updating): ReturnType<CrmGateway['updateDeal']> => {
  const before = await readBefore(updating);
  const commands = commandsFor(updating, before);
  const written = Object.keys(commands).length === 0 ? undefined : await write(updating, commands);
  const commentId = before.commentId ?? written?.commentId;
  const taskId = before.taskId ?? written?.taskId;
  return {
    dealId: updating.order.dealId,
    ...(commentId === undefined ? {} : { commentId }),
    ...(taskId === undefined ? {} : { taskId }),
    before: {
      stageId: textOf(before.deal, 'STAGE_ID') ?? '',
      fields: Object.fromEntries(
        Object.keys(updating.order.fields ?? {}).map((name) => [name, before.deal[name] ?? null]),
      ),
    },
  };
};

const readBefore = async ({ session, order, key, signal }: Updating): Promise<Before> => {
  const answer = await batch(
    session,
    {
      deal: { method: 'crm.deal.get', params: { id: order.dealId } },
      ...(order.comment === undefined ? {} : { comments: commentsOf(order.dealId) }),
      ...(order.task === undefined ? {} : { tasks: tasksOf(order.dealId) }),
    },
    { signal },
  );
  const deal = asRow(answer.find('deal'));
  if (deal === undefined) throw dealNotFound(order.dealId);
  const comments = order.comment === undefined ? [] : asRows(answer.get('comments'));
  const tasks = order.task === undefined ? [] : asRows(asRow(answer.get('tasks'))?.tasks);
  const comment = comments.find((row) => hasMarker(textOf(row, 'COMMENT'), key));
  const task = tasks.find((row) => hasMarker(textOf(row, 'description'), key));
  return { deal, commentId: textOf(comment, 'ID'), taskId: textOf(task, 'id') };
};

const commentsOf = (dealId: string): Command => ({
  method: 'crm.timeline.comment.list',
  params: {
    filter: { ENTITY_ID: dealId, ENTITY_TYPE: 'deal' },
    order: { ID: 'DESC' },
    select: ['ID', 'COMMENT'],
  },
});
const tasksOf = (dealId: string): Command => ({
  method: 'tasks.task.list',
  params: {
    filter: { UF_CRM_TASK: `D_${dealId}` },
    order: { ID: 'DESC' },
    select: ['ID', 'TITLE', 'DESCRIPTION'],
  },
});

type Change = 'fields' | 'comment' | 'task';
const commandsFor = ({ order, key }: Updating, before: Before): Partial<Commands<Change>> => {
  const fields = changedFields(order, before.deal);
  return {
    ...(Object.keys(fields).length === 0
      ? {}
      : { fields: { method: 'crm.deal.update', params: { id: order.dealId, fields } } }),
    ...(order.comment === undefined || before.commentId !== undefined
      ? {}
      : { comment: addComment(order.dealId, commentText(order.comment, key)) }),
    ...(order.task === undefined || before.taskId !== undefined
      ? {}
      : { task: addTask(order.task, { deal: before.deal, dealId: order.dealId, key }) }),
  };
};

/** What already stands as ordered is not written again: each write makes the portal send an event. */
const changedFields = (order: CrmDealUpdate, deal: Row): Record<string, Param> => {
  const wanted = { ...order.fields, ...(order.stageId === undefined ? {} : { STAGE_ID: order.stageId }) };
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([name, value]) => !isSame(deal[name] ?? null, value))
      .map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );
};
const isSame = (now: Json, wanted: string | number | boolean | null): boolean => {
  if (wanted === null || wanted === '') return now === null || now === '';
  return now === (typeof wanted === 'boolean' ? String(Number(wanted)) : String(wanted));
};

const addComment = (dealId: string, text: string): Command => ({
  method: 'crm.timeline.comment.add',
  params: { fields: { ENTITY_ID: dealId, ENTITY_TYPE: 'deal', COMMENT: text } },
});

const addTask = (
  task: NonNullable<CrmDealUpdate['task']>,
  { deal, dealId, key }: { readonly deal: Row; readonly dealId: string; readonly key: string },
): Command => ({
  method: 'tasks.task.add',
  params: {
    fields: {
      TITLE: task.title,
      DESCRIPTION: task.description === undefined ? markerOf(key) : commentText(task.description, key),
      RESPONSIBLE_ID: task.responsibleId ?? idOf(deal, 'ASSIGNED_BY_ID') ?? '',
      ...(task.deadline === undefined ? {} : { DEADLINE: task.deadline }),
      UF_CRM_TASK: [`D_${dealId}`],
    },
  },
});

const write = async ({ session, signal }: Updating, commands: Partial<Commands<Change>>) => {
  const answer = await batch(session, commands, { signal, halt: true });
  const get = (name: Change): Json | undefined => (commands[name] === undefined ? undefined : answer.get(name));
  get('fields');
  const comment = get('comment');
  const task = asRow(get('task'));
  return {
    commentId: typeof comment === 'string' ? comment : undefined,
    taskId: textOf(asRow(task?.task), 'id'),
  };
};
