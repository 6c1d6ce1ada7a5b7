import { pageOf } from '../list/listing.js';
import { dealStages } from '../portal/stages.js';
import { type Fields, mapParam, textOf, textParam } from '../wire/params.js';
import { RestError } from '../wire/rest-error.js';
import { userFieldRows } from './deal-fields.js';
import { listAnswer, method, type Methods } from './method.js';

const MEANINGS = { P: 'process', S: 'success', F: 'failure' } as const;

const statusRows: readonly Fields[] = dealStages.map((stage) => ({
  ID: stage.id,
  ENTITY_ID: 'DEAL_STAGE',
  STATUS_ID: stage.statusId,
  NAME: stage.name,
  NAME_INIT: stage.isSystem ? stage.name : '',
  SORT: stage.sort,
  SYSTEM: stage.isSystem ? 'Y' : 'N',
  CATEGORY_ID: null,
  COLOR: stage.color,
  SEMANTICS: stage.semantics === 'P' ? null : stage.semantics,
  EXTRA: { SEMANTICS: MEANINGS[stage.semantics], COLOR: stage.color },
}));

const owners: readonly Fields[] = [
  { ID: 1, NAME: 'Лид', SYMBOL_CODE: 'LEAD', SYMBOL_CODE_SHORT: 'L' },
  { ID: 2, NAME: 'Сделка', SYMBOL_CODE: 'DEAL', SYMBOL_CODE_SHORT: 'D' },
  { ID: 3, NAME: 'Контакт', SYMBOL_CODE: 'CONTACT', SYMBOL_CODE_SHORT: 'C' },
  { ID: 4, NAME: 'Компания', SYMBOL_CODE: 'COMPANY', SYMBOL_CODE_SHORT: 'CO' },
  { ID: 8, NAME: 'Реквизиты', SYMBOL_CODE: 'REQUISITE', SYMBOL_CODE_SHORT: 'RQ' },
];

const stageRows = dealStages.map(({ name, sort, statusId }) => ({
  NAME: name,
  SORT: Number(sort),
  STATUS_ID: statusId,
}));

/** Stages, pipelines and own fields: what forms are filled with. */
export const dictionaryMethods: Methods = {
  'crm.status.list': method(({ params }) => {
    const page = pageOf(statusRows, { order: { SORT: 'ASC' }, ...params, start: 0 });
    return listAnswer(page, (row) => row);
  }),
  'crm.category.list': method(({ params }) => {
    if (textParam(params, 'entityTypeId') !== '2') throw new RestError('NOT_FOUND', 'Смарт-процесс не найден');
    const common = { id: 0, name: 'Общая', sort: 300, entityTypeId: 2, isDefault: 'Y' };
    return { result: { categories: [common] }, total: 1 };
  }),
  'crm.dealcategory.list': method(() => ({ result: [], total: 0 })),
  'crm.dealcategory.default.get': method(() => ({ result: { ID: 0, NAME: 'Общая' } })),
  'crm.dealcategory.stage.list': method(() => ({ result: stageRows })),
  'crm.deal.userfield.list': method(({ params }) => {
    const { LANG, ...filter } = mapParam(params, 'filter');
    const page = pageOf(userFieldRows(textOf(LANG) !== undefined), { ...params, filter });
    return listAnswer(page, (row) => row);
  }),
  'crm.enum.ownertype': method(() => ({ result: owners })),
};
