import { Type as t, type Static } from '@sinclair/typebox';
import { NodeFault, type DocflowState } from '@potok/contracts';
import { answerOf, WAIT_OUTCOMES } from '@potok/docflow';
import { defineWait } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';

const DAY_MS = 86_400_000;
const Input = t.Object(
  {
    documentId: t.String({
      format: 'uuid',
      ...said('Документ', 'Документ, на который ждём ответа', { widget: 'value' }),
    }),
    deadlineDays: t.Optional(
      t.Number({
        minimum: 0.001,
        maximum: 3650,
        ...said('Ждать дней', 'Сколько календарных дней ждать; пусто — без срока'),
      }),
    ),
    until: t.Optional(
      t.String({
        format: 'date-time',
        ...said('Ждать до', 'Точное время вместо дней; рабочие дни считает формула addWorkingDays', {
          widget: 'value',
        }),
      }),
    ),
  },
  closed,
);

export const awaitAnswer = defineWait({
  id: 'edo.await-answer',
  version: 1,
  input: Input,
  output: t.Object(
    {
      documentId: t.String(said('Документ', 'Документ в Потоке')),
      answer: t.String(said('Ответ', 'accepted, discrepancies, rejected, clarification, annulled или deadline')),
      reason: t.Optional(t.String(said('Причина', 'Слова покупателя, когда он отказал или уточняет'))),
      answeredAt: t.String({ format: 'date-time', ...said('Когда', 'Когда покупатель ответил или вышел срок') }),
    },
    closed,
  ),
  ports: [...WAIT_OUTCOMES, 'deadline'],
  event: 'docflow',
  needs: ['documents'],
  async open({ input, now, services }) {
    const { documentId } = input;
    const until = deadlineOf(input, now);
    const opened = { key: documentId, ...(until === undefined ? {} : { deadline: until }), facts: { documentId } };
    // The buyer may have been quicker than the run: then the document already says what he answered.
    const { state } = await services.documents.get(documentId);
    const answer = answerIn(state, { documentId, at: now.toISOString() });
    return answer === undefined ? opened : { ...opened, answer };
  },
  async take({ input: { documentId } }, news) {
    if (news.kind === 'deadline')
      return { port: 'deadline', output: { documentId, answer: 'deadline', answeredAt: news.at } };
    const state = stateOf(news.body);
    return state === undefined ? undefined : answerIn(state, { documentId, at: news.at });
  },
});

/** The port and output that a document's state gives; undefined while nobody has answered. */
const answerIn = (state: DocflowState, of: { readonly documentId: string; readonly at: string }) => {
  const { documentId } = of;
  if (state.delivery === 'failed')
    throw new NodeFault('refused', 'DELIVERY_FAILED', { facts: { documentId, reason: state.reason } });
  const port = answerOf(state);
  if (port === undefined) return undefined;
  const reason = state.reason === undefined || state.reason === '' ? {} : { reason: state.reason };
  return { port, output: { documentId, answer: port, ...reason, answeredAt: state.answeredAt ?? of.at } };
};

const deadlineOf = ({ deadlineDays, until }: Static<typeof Input>, now: Date): Date | undefined => {
  if (until !== undefined) return new Date(until);
  return deadlineDays === undefined ? undefined : new Date(now.getTime() + deadlineDays * DAY_MS);
};

/** The worker's docflow duty writes `{ documentId, state }`. */
const stateOf = (body: unknown): DocflowState | undefined =>
  typeof body === 'object' && body !== null && 'state' in body ? (body.state as DocflowState) : undefined;
