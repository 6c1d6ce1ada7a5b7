import { expect, it } from '@jest/globals';
import type { AnyManifest, RunDetailView, StepView } from '@potok/contracts';
import { catalogues } from '../app/texts/catalogue.js';
import { kindsOf } from '../canvas/manifest.js';
import { aDocument } from '../testing/fixtures/documents.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aRunDetail, aStep, aStuckRunDetail } from '../testing/fixtures/runs.js';
import { consequenceOf } from './consequence.js';

const [, build] = aManifest().nodes;
const node = (id: string, effect: 'undoable' | 'final'): AnyManifest => ({
  ...build!,
  id,
  kind: 'node',
  effect,
  isUndoable: effect === 'undoable',
});
const kinds = kindsOf({
  nodes: [...aManifest().nodes, node('accounting.post-document', 'undoable'), node('http.request', 'final')],
});
const posted = aStep({
  node: 'post',
  nodeName: 'Провести в 1С',
  type: 'accounting.post-document',
  seq: 5,
  startedAt: '2026-11-24T09:01:00Z',
});
const told = aStep({ node: 'tell', nodeName: 'Сообщить в чат', type: 'http.request', seq: 6 });

const sent = () => {
  const document = aDocument();
  return { ...document, state: { ...document.state, delivery: 'delivered' as const } };
};
const run = (over: Partial<RunDetailView> = {}, ...more: readonly StepView[]): RunDetailView => ({
  ...aRunDetail({ documents: [sent()], ...over }),
  steps: [...aRunDetail().steps, ...more],
});
const say = (command: Parameters<typeof consequenceOf>[0], given: RunDetailView, step?: StepView, port?: string) =>
  consequenceOf(command, { run: given, step, kinds, texts: catalogues.ru, port });

it('names what a cancel undoes, the latest first, and what stays in force', () => {
  expect(say('cancel', run({}, posted, told))).toEqual([
    '2 шага будут отменены в обратном порядке: «Провести в 1С», «Построить УПД».',
    'Отправленный документ останется в силе: УПД № 214 от 24.11.2026. Аннулировать можно только вместе с покупателем.',
    'Останется сделанным: «Сообщить в чат».',
    'Больше не будем ждать: ответа покупателя.',
    'Запуск закончится, вернуть его будет нельзя.',
  ]);
});

it('does not promise to undo what was undone or skipped, and says when there is nothing', () => {
  const steps = aRunDetail().steps.map((step) => (step.node === 'upd' ? { ...step, status: 'undone' as const } : step));
  const skipped = { ...posted, status: 'skipped' as const };
  expect(say('undo', { ...run({ documents: [] }), steps: [...steps, skipped] })[0]).toBe(
    'Отменять нечего: сделанные шаги ничего не меняли в других системах.',
  );
});

it('undoes a step that has begun and of which nobody knows whether it is done', () => {
  const { endedAt: _ended, port: _port, ...begun } = posted;
  expect(say('undo', run({}, { ...begun, status: 'started' }))[0]).toContain('«Провести в 1С», «Построить УПД»');
});

it('tells of called runs and of passes that are not listed', () => {
  const call = aStep({ node: 'call', nodeName: 'Отгрузить', type: 'flow.call' });
  const sentences = say('undo', run({ moreSteps: 80 }, call)).join(' ');
  expect(sentences).toContain('Вызванные запуски тоже отменятся: «Отгрузить».');
  expect(sentences).toContain('(80)');
});

it('leaves a document out that was never sent, or has been annulled', () => {
  const annulled = { ...sent(), state: { ...sent().state, annulment: 'annulled' as const } };
  const draft = { ...sent(), state: { ...sent().state, delivery: 'draft' as const } };
  expect(say('cancel', run({ documents: [annulled, draft] })).join(' ')).not.toContain('в силе');
});

it('says of closing that nothing is undone, and what stays', () => {
  expect(say('close', run({}, posted)).slice(0, 2)).toEqual([
    'Запуск закончится как есть: ничего не отменяется и не продолжается.',
    'Останется сделанным: «Провести в 1С», «Построить УПД».',
  ]);
});

it('names the step and the number of the try that a retry is, with the same key', () => {
  const stuck = aStuckRunDetail();
  expect(say('retry-step', stuck, stuck.steps[1])).toEqual([
    'Шаг «Построить УПД» выполнится ещё раз с теми же данными, это будет попытка 2.',
    'Ключ действия прежний: что уже сделано, второй раз не сделается.',
  ]);
});

it('names what follows a skipped step by the chosen way', () => {
  const stuck = aStuckRunDetail();
  expect(say('skip-step', stuck, stuck.steps[1], 'done')).toEqual([
    'Шаг «Построить УПД» не выполнится, его результат будет пустым.',
    'Дальше запуск пойдёт к шагу «Отправить УПД».',
  ]);
  expect(say('skip-step', stuck, stuck.steps[1], 'error')[1]).toBe('За этой веткой шагов нет: здесь она закончится.');
});

it('says of a pause what goes on all the same', () => {
  const { endedAt: _ended, port: _port, ...begun } = posted;
  expect(say('pause', run({}, { ...begun, status: 'started' }))).toEqual([
    'Новые шаги не начнутся, пока не нажать «Продолжить».',
    'Начатое дойдёт до конца: «Провести в 1С».',
    'Ожидания останутся открытыми: ответ не потеряется и будет учтён после паузы.',
  ]);
});
