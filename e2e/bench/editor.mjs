// The editor under the hand, in headless Chromium without a GPU: CPU of the page's main thread counts, frames a second are the host's.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../tools/stack/install.mjs';
import { say } from '../../tools/stack/say.mjs';
import { bigDrawing } from './editor-drawings.mjs';
import { callsOf, dragInCircle, pressMany, typeAndSee, zoomTo } from './editor-gestures.mjs';
import { loadOf } from './editor-load.mjs';
import { canvasShown, clocksOf, costOf, goInside, openBrowser, signIn, untilCalm, untilDrawn } from './editor-page.mjs';
import { longScenario } from './drawings.mjs';
import { publishDrawing } from './publish.mjs';
import { atLeast, atMost, below, number, row } from './table.mjs';

const BEST_OF = 3;
const FRAMES = 90;
const WARM_FRAMES = 20;
const ZOOM = 0.8;
const UNDO_REDO = 1000;
/** Words that are in the built code of the step on the editor's canvas, and in no other function of its size. */
const EDIT_NODE = ['is-chosen', 'is-skipped', 'tried-'];
const Z = { key: 'z', code: 'KeyZ' };

const leastBy = (list, of) => list.reduce((best, one) => (of(one) < of(best) ? one : best));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const times = async (count, act) => {
  const all = [];
  for (let at = 0; at < count; at += 1) all.push(await act(at));
  return all;
};

/** A drawing as a draft of its own, so that no other tab holds it; its steps are wired to the demo's connections. */
const draftOf = async ({ api, stack }, size) => {
  const { crm, edo, accounting } = stack.demo.connections;
  const parameters = { wonStageId: 'WON', mendStageId: 'WON', doneStageId: 'WON' };
  const binding = { slots: { crm, edo, accounting }, parameters };
  return (await api('POST', 'scenarios', { draft: bigDrawing(size), binding })).id;
};

/** Everything that is measured of one size of drawing, in a fresh page each time. */
const openIn = async ({ context, workspaceUrl }, id) => {
  const page = await context.newPage();
  await page.goto(`${workspaceUrl}/scenarios`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const clocks = await clocksOf(page);
  await untilCalm(clocks, page);
  const opened = await costOf(clocks, async () => {
    await goInside(page, `${workspaceUrl}/scenarios/${id}/edit`);
    await canvasShown(page);
  });
  await untilCalm(clocks, page);
  return { page, clocks, opened };
};

const checkOf = async (page) => {
  await page.waitForFunction(() => globalThis.checksSeen.length > 0);
  // The second one is what a person waits for: the first compiles the compiler.
  const before = await page.evaluate(() => globalThis.checksSeen.length);
  await pressNudge(page);
  await page.waitForFunction((count) => globalThis.checksSeen.length > count, before);
  return page.evaluate(() => globalThis.checksSeen.map(({ tookMs }) => tookMs));
};

/** A harmless act that changes the drawing: a step is chosen and moved by an arrow key. */
const pressNudge = async (page) => {
  await page
    .locator('.react-flow__node-step')
    .first()
    .click({ force: true, position: { x: 6, y: 6 } });
  await page.keyboard.press('Control+ArrowDown');
};

const dragOf = async ({ page, clocks }) => {
  await dragInCircle(page, WARM_FRAMES);
  await untilCalm(clocks, page);
  const { answer, cpuMs } = await costOf(clocks, () => dragInCircle(page, FRAMES));
  const took = answer.times.reduce((sum, one) => sum + one, 0);
  return { fps: (FRAMES * 1000) / took, cpuMs: cpuMs / FRAMES, worst: Math.max(...answer.times) };
};

const measureSize = async (session, id, size) => {
  const { page, clocks, opened } = await openIn(session, id);
  const checks = await checkOf(page);
  const zoom = await zoomTo(page, ZOOM);
  await untilCalm(clocks, page);
  const drag = await dragOf({ page, clocks });
  const calls = await callsOf(clocks, EDIT_NODE, () => dragInCircle(page, FRAMES));
  await page.close();
  const one = { opened, check: checks.at(-1), firstCheck: checks[0], zoom, drag, renders: calls / FRAMES };
  say(
    `  ${size}: открытие ${number(opened.cpuMs)} мс ЦП, проверка ${number(one.check)} мс, ${number(drag.fps)} кадров/с, ` +
      `${number(drag.cpuMs)} мс ЦП на кадр, отрисовок шага на кадр ${number(one.renders)}`,
  );
  return one;
};

const bestOf = (all) => ({
  opened: leastBy(all, ({ opened }) => opened.cpuMs).opened,
  check: Math.min(...all.map(({ check }) => check)),
  firstCheck: Math.min(...all.map(({ firstCheck }) => firstCheck)),
  drag: leastBy(all, ({ drag }) => drag.cpuMs).drag,
  fps: Math.max(...all.map(({ drag }) => drag.fps)),
  renders: Math.min(...all.map(({ renders }) => renders)),
});

/** Opens the panel of a step, and types into its name; the canvas shows each letter. */
const typingOf = async (session, id) => {
  const { page, clocks } = await openIn(session, id);
  await page.locator('.react-flow__node-step').nth(3).dblclick({ force: true });
  const name = page.locator('.panel-name input');
  await name.waitFor();
  await untilCalm(clocks, page);
  await name.focus();
  const { answer, cpuMs } = await costOf(clocks, () => typeAndSee(page, 'abcdefghijklmnopqrst'));
  await page.close();
  return { median: median(answer), worst: Math.max(...answer), cpuMs: cpuMs / answer.length };
};

const undoRedo = (page, count) => pressMany(page, [Z, { ...Z, shiftKey: true }], count);

/** Undo and redo of the same acts, over and over: what the page holds must not grow. */
const heapOf = async (session, id) => {
  const { page, clocks } = await openIn(session, id);
  for (let at = 0; at < 20; at += 1) await pressNudge(page);
  // Until what the page keeps for itself has settled: compiled code, pools of React.
  await undoRedo(page, 600);
  await untilCalm(clocks, page);
  const before = await clocks.heapMb();
  const { cpuMs } = await costOf(clocks, () => undoRedo(page, UNDO_REDO));
  await untilCalm(clocks, page);
  const after = await clocks.heapMb();
  await page.close();
  return { before, after, cpuMs: cpuMs / (2 * UNDO_REDO) };
};

const tidyOf = async (session, id) => {
  const { page, clocks } = await openIn(session, id);
  const tidied = await costOf(clocks, async () => {
    await page.getByRole('button', { name: 'Разложить аккуратно' }).first().click();
    await page.getByRole('button', { name: 'Отменить: раскладка' }).waitFor({ timeout: 120_000 });
    await untilDrawn(page);
  });
  await page.close();
  return tidied;
};

const gzipKb = (files, ...kinds) =>
  files
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name }) => gzipSync(readFileSync(join(ROOT, 'apps/web/build', name.includes('.') ? name : 'index.html'))))
    .reduce((sum, { length }) => sum + length, 0) / 1024;
const CODE = ['script', 'style', 'page'];

/** As a person leaves it: steps that lie upon one another would have to be arranged first. */
const placed = (drawing) => ({
  ...drawing,
  nodes: drawing.nodes.map((node, at) => ({ ...node, position: { x: at * 272, y: 64 } })),
});

const untilRun = async ({ db }, scenarioId) => {
  for (;;) {
    const { rows } = await db.query('SELECT id FROM run WHERE scenario_id = $1', [scenarioId]);
    if (rows.length > 0) return rows[0].id;
    await sleep(100);
  }
};

const firstLoad = async (bench, { context, workspaceUrl }, id) => {
  const run = await publishDrawing(bench.api, placed(longScenario(bench.base, 1)));
  await bench.api('POST', `scenarios/${run.id}/runs`, { data: { id: 'viewer' } });
  const runId = await untilRun(bench, run.id);
  const list = await loadOf(context, [`${workspaceUrl}/runs`]);
  const viewer = await loadOf(context, [`${workspaceUrl}/runs`, `${workspaceUrl}/runs/${runId}`]);
  const alone = await loadOf(context, [`${workspaceUrl}/runs/${runId}`]);
  const editor = await loadOf(context, [`${workspaceUrl}/scenarios`, `${workspaceUrl}/scenarios/${id}/edit`]);
  const known = new Set(viewer.map(({ name }) => name));
  return { list, viewer, alone, editor: editor.filter(({ name }) => !known.has(name)) };
};

const firstRow = (what, files) => {
  const kb = gzipKb(files, ...CODE);
  return row(`первая загрузка, ${what}, gzip`, `${number(kb)} КБ`, atMost(kb, 350, ' КБ'));
};

const loadRows = ({ list, viewer, alone, editor }) => [
  firstRow('список запусков', list),
  firstRow('список и запуск', viewer),
  firstRow('сразу запуск', alone),
  row('к ним шрифты', `${number(gzipKb(viewer, 'font'))} КБ`),
  row('сверх того редактор, gzip', `${number(gzipKb(editor, ...CODE))} КБ`),
];
const biggest = (title, files) => [
  `  ${title}:`,
  ...files
    .filter(({ kind }) => CODE.includes(kind))
    .slice(0, 8)
    .map((file) => `    ${number(gzipKb([file], ...CODE)).padStart(6)} КБ gzip  ${file.name}`),
];

const sizeRows = (size, best, { fps, opened }) => [
  row(
    `${size} шагов: открыть, ЦП`,
    `${number(best.opened.cpuMs)} мс  (по часам ${number(best.opened.wallMs)})`,
    opened && below(best.opened.cpuMs, 1000, ' мс'),
  ),
  row(
    `${size} шагов: проверка рядом`,
    `${number(best.check)} мс  (первая ${number(best.firstCheck)})`,
    opened && below(best.check, 100, ' мс'),
  ),
  row(`${size} шагов: тащить шаг`, `${number(best.fps)} кадров/с`, fps && atLeast(best.fps, fps, ' кадров/с')),
  row(
    `${size} шагов: то же, ЦП на кадр / отрисовок шага на кадр`,
    `${number(best.drag.cpuMs)} мс / ${number(best.renders)}`,
  ),
];

const GOALS = { 300: { opened: true }, 500: { fps: 50 }, 1000: { fps: 30 } };

const measureAll = async (bench, session) => {
  const rows = [];
  const count = bench.settings.isQuick ? 1 : BEST_OF;
  const fresh = (size) => draftOf(bench, size);
  for (const size of [300, 500, 1000]) {
    const all = await times(count, async () => measureSize(session, await fresh(size), size));
    rows.push(...sizeRows(size, bestOf(all), GOALS[size]));
  }
  const typing = leastBy(await times(count, async () => typingOf(session, await fresh(300))), (one) => one.median);
  const heap = await heapOf(session, await fresh(300));
  const tidy = { 300: await tidyOf(session, await fresh(300)), 1000: await tidyOf(session, await fresh(1000)) };
  const load = await firstLoad(bench, session, await fresh(300));
  return {
    rows: [
      ...rows,
      row(
        '300 шагов: клавиша в названии → на экране',
        `${number(typing.median)} мс  (худшая ${number(typing.worst)}, ЦП ${number(typing.cpuMs)})`,
        below(typing.median, 50, ' мс'),
      ),
      row('300 шагов: отменить или вернуть, ЦП', `${number(heap.cpuMs)} мс`),
      row(
        `память после ${UNDO_REDO} отмен и возвратов`,
        `${number(heap.before)} → ${number(heap.after)} МБ`,
        below(heap.after - heap.before, 1, ' МБ прироста'),
      ),
      ...Object.entries(tidy).map(([size, { wallMs, cpuMs }]) =>
        row(`${size} шагов: разложить`, `${number(wallMs)} мс  (ЦП страницы ${number(cpuMs)})`),
      ),
      ...loadRows(load),
    ],
    notes: [...biggest('запуски', load.viewer), ...biggest('редактор', load.editor)],
  };
};

export const editor = {
  title: 'Редактор (Chromium без видеокарты, лучшее из трёх)',
  run: async (bench) => {
    const browser = await openBrowser();
    try {
      return await measureAll(bench, await signIn(browser, bench.stack));
    } finally {
      await browser.close();
    }
  },
};
