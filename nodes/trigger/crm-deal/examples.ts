import { aCrmDeal, fakeCrm } from '@potok/connector-kit/testing';
import { examplesOf } from '@potok/node-sdk/testing';
import { crmDeal } from './node.js';

const given = () => ({ client: fakeCrm() });
const { id: dealId, stageId, pipelineId, movedAt } = aCrmDeal();
const output = { dealId, stageId, pipelineId, movedAt };
const sameAs = `${dealId}|${stageId}|${movedAt}`;
const event = (name: string, id: string) => ({ event: name, data: { FIELDS: { ID: id } }, ts: '1466439714' });

export const examples = examplesOf(crmDeal, [
  {
    title: 'начинает запуск по событию Битрикс24',
    given,
    params: { stageId },
    body: event('ONCRMDEALUPDATE', dealId),
    output,
    sameAs,
  },
  {
    title: 'начинает запуск по обходу изменённых сделок',
    given,
    params: { stageId, pipelineId },
    body: { dealId },
    output,
    sameAs,
  },
  {
    title: 'начинает запуск по роботу Битрикс24',
    given,
    params: { stageId },
    body: { document_id: ['crm', 'CCrmDocumentDeal', `DEAL_${dealId}`] },
    output,
    sameAs,
  },
  {
    title: 'не трогает сделку на другой стадии',
    given,
    params: { stageId: 'NEW' },
    body: { dealId },
    ignored: 'OTHER_STAGE',
  },
  {
    title: 'не трогает сделку другой воронки',
    given,
    params: { stageId, pipelineId: '7' },
    body: { dealId },
    ignored: 'OTHER_STAGE',
  },
  {
    title: 'не трогает удалённую сделку',
    given,
    params: { stageId },
    body: { dealId: '404' },
    ignored: 'DEAL_NOT_FOUND',
  },
  {
    title: 'не трогает чужое событие',
    given,
    params: { stageId },
    body: event('ONCRMDEALDELETE', dealId),
    ignored: 'NOT_A_DEAL_CHANGE',
  },
  {
    title: 'не трогает вызов без номера сделки',
    given,
    params: { stageId },
    body: { data: [] },
    ignored: 'NO_DEAL_ID',
  },
]);
