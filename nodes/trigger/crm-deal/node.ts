import { Type as t } from '@sinclair/typebox';
import { isNodeFault, type CrmDealMark } from '@potok/contracts';
import { defineTrigger } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';
import { dealIdOf, isAboutChange } from './event.js';

const id = (title: string, description: string, list: string) =>
  t.String({ minLength: 1, maxLength: 100, ...said(title, description, { widget: 'list', list }) });

export const crmDeal = defineTrigger({
  id: 'trigger.crm-deal',
  version: 1,
  trigger: 'crm',
  gateway: 'crm',
  proof: { kind: 'bitrix24-application-token' },
  params: t.Object(
    {
      stageId: id('Стадия', 'На какой стадии начинается запуск', 'stages'),
      pipelineId: t.Optional(id('Воронка', 'Только сделки этой воронки; пусто — любой', 'pipelines')),
    },
    closed,
  ),
  output: t.Object(
    {
      dealId: t.String(said('Сделка', 'Номер сделки в CRM')),
      stageId: t.String(said('Стадия', 'Код стадии')),
      pipelineId: t.String(said('Воронка', 'Код воронки')),
      movedAt: t.String({ format: 'date-time', ...said('Когда', 'Когда сделка пришла на стадию') }),
    },
    closed,
  ),
  async accept({ body, params, client, signal }) {
    if (!isAboutChange(body)) return { kind: 'ignore', reason: 'NOT_A_DEAL_CHANGE' };
    const dealId = dealIdOf(body);
    if (dealId === undefined) return { kind: 'ignore', reason: 'NO_DEAL_ID' };
    const deal = await client.getDealMark(dealId, { signal }).catch(absent);
    if (deal === undefined) return { kind: 'ignore', reason: 'DEAL_NOT_FOUND', facts: { dealId } };
    if (!isWanted(deal, params))
      return { kind: 'ignore', reason: 'OTHER_STAGE', facts: { dealId, stageId: deal.stageId } };
    const { stageId, pipelineId, movedAt } = deal;
    return {
      kind: 'run',
      output: { dealId, stageId, pipelineId, movedAt },
      sameAs: [dealId, stageId, movedAt].join('|'),
      subject: { dealId },
    };
  },
});

const absent = (error: unknown): undefined => {
  if (isNodeFault(error) && error.code === 'DEAL_NOT_FOUND') return undefined;
  throw error;
};

const isWanted = (deal: CrmDealMark, wanted: { readonly stageId: string; readonly pipelineId?: string }): boolean =>
  deal.stageId === wanted.stageId && (wanted.pipelineId === undefined || deal.pipelineId === wanted.pipelineId);
