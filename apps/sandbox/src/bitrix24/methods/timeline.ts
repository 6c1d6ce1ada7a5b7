import { pageOf, selectFields } from '../list/listing.js';
import type { Comment } from '../portal/portal.js';
import { type Fields, isMap, mapParam, requiredMap, textOf } from '../wire/params.js';
import { RestError } from '../wire/rest-error.js';
import type { PortalRoom } from '../portal/room.js';
import { type Call, listAnswer, method, type Methods } from './method.js';

const show = (comment: Comment): Fields => ({
  ID: comment.id,
  ENTITY_ID: comment.entityId,
  ENTITY_TYPE: comment.entityType,
  CREATED: comment.created,
  COMMENT: comment.comment,
  AUTHOR_ID: comment.authorId,
  FILES: comment.files.map((name, at) => ({ id: at + 1, name })),
});

const hasOwner = (room: PortalRoom, type: string, id: string): boolean => {
  const rows = { deal: room.portal.deals, company: room.portal.companies, contact: room.portal.contacts }[type];
  return rows?.some((row) => row.ID === id) ?? false;
};

const addComment = ({ room, params, caller }: Call): number => {
  const fields = requiredMap(params, 'fields');
  const entityId = textOf(fields.ENTITY_ID) ?? '';
  const entityType = (textOf(fields.ENTITY_TYPE) ?? '').toLowerCase();
  const text = textOf(fields.COMMENT) ?? '';
  if (text === '') throw new RestError('', 'Empty comment message');
  if (!hasOwner(room, entityType, entityId)) throw new RestError('OWNER_NOT_FOUND', 'Owner was not found');
  const files = isMap(fields.FILES) ? Object.values(fields.FILES).filter(isMap) : [];
  const comment: Comment = {
    id: room.nextId('comment'),
    entityId,
    entityType,
    created: room.now(),
    comment: text,
    authorId: textOf(fields.AUTHOR_ID) ?? caller.userId,
    files: files.flatMap((file) => textOf(file[0]) ?? []),
  };
  room.portal.comments.push(comment);
  touchOwner(room, entityType, entityId);
  room.changed({
    event: 'ONCRMTIMELINECOMMENTADD',
    entityId: comment.id,
    userId: caller.userId,
    data: { FIELDS: { ID: comment.id } },
  });
  return Number(comment.id);
};

/** A comment is an activity in the time line; it does not change DATE_MODIFY. */
const touchOwner = (room: PortalRoom, type: string, id: string): void => {
  const deal = type === 'deal' ? room.portal.deals.find((one) => one.ID === id) : undefined;
  if (deal) deal.LAST_ACTIVITY_TIME = room.now();
};

const findComment = ({ room, params }: Call): Comment => {
  const id = textOf(params.id ?? params.ID);
  const found = room.portal.comments.find((one) => one.id === id);
  if (!found) throw new RestError('NOT_FOUND', 'Not found.');
  return found;
};

export const timelineMethods: Methods = {
  'crm.timeline.comment.add': method((call) => ({ result: addComment(call) })),
  'crm.timeline.comment.get': method((call) => ({ result: show(findComment(call)) })),
  'crm.timeline.comment.list': method(({ room, params }) => {
    const filter = mapParam(params, 'filter');
    if (textOf(filter.ENTITY_ID) === undefined || textOf(filter.ENTITY_TYPE) === undefined)
      throw new RestError('100', 'ENTITY_ID and ENTITY_TYPE are required in filter');
    const page = pageOf(room.portal.comments.map(show), params);
    return listAnswer(page, (row) => selectFields(row, params, { hidden: () => false, alwaysId: false }));
  }),
};
