import { fakeCrm, aCrmDeal } from '@potok/connector-kit/testing';
import { examplesOf } from '@potok/node-sdk/testing';
import { updateDeal } from './node.js';

const given = () => ({ client: fakeCrm({ deals: [aCrmDeal({ fields: { UF_CRM_UPD: null } })] }) });

export const examples = examplesOf(updateDeal, [
  {
    title: 'переносит сделку и пишет номер документа в поле',
    given,
    repeatForgets: ['before'],
    input: { dealId: '101', stageId: 'DONE', fields: { UF_CRM_UPD: '214' } },
    output: { dealId: '101', before: { stageId: 'WON', fields: { UF_CRM_UPD: null } } },
  },
  {
    title: 'оставляет комментарий и задачу',
    given,
    input: { dealId: '101', comment: 'Покупатель отказал: неверная цена.', task: { title: 'Исправить цену' } },
    output: { dealId: '101', commentId: '1', taskId: '1', before: { stageId: 'WON', fields: {} } },
    leaves: 'комментарий и задачу',
  },
  { title: 'говорит, что сделки нет', given, input: { dealId: '404', comment: 'а' }, fault: 'DEAL_NOT_FOUND' },
  { title: 'не берёт пустой комментарий', given, input: { dealId: '101', comment: '' }, fault: 'BAD_INPUT' },
]);
