// npm run bench: templates/webhook-to-xml on Potok beside the same scenario written by hand on Temporal, interleaved on the same machine. Prints ratios, asserts nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { freePort, isPortFree } from '../../tools/stack/ports.mjs';
import { spawnGuarded } from '../../tools/stack/spawn-guarded.mjs';
import { ROOT } from '../../tools/stack/install.mjs';
import { say } from '../../tools/stack/say.mjs';
import { apiOf, publishTemplate } from '../../tools/stack/seed.mjs';
import { closedLoop, usageOf } from './measure.mjs';
import { documentOf, startOutside } from './outside.mjs';

const PAIRS = Number(process.env.BENCH_PAIRS ?? 3);
const DOCUMENTS = { 1: Number(process.env.BENCH_DOCUMENTS_1 ?? 30), 20: Number(process.env.BENCH_DOCUMENTS_20 ?? 300) };
const home = mkdtempSync(join(tmpdir(), 'potok-bench-'));
const tool = (name, ...args) => {
  const ran = spawnSync(process.execPath, [join(ROOT, 'tools', name), '--home', home, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, POTOK_EXTRA_PORTS: String(outsidePort) },
  });
  if (ran.status !== 0) throw new Error(`${name} failed`);
};
const json = (url) => async (id) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(documentOf(id)),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
};

/** Front door and worker of the hand-written scenario. */
const startByHand = async (settings) => {
  const start = (role) =>
    spawnGuarded([process.execPath, join(ROOT, 'e2e/bench/hand-written/main.mjs'), role, JSON.stringify(settings)]);
  const children = { worker: start('worker'), front: start('front') };
  while (await isPortFree(settings.port)) await sleep(50);
  await sleep(3000);
  return children;
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 10) / 10;

/** The same load once on each side; answers rates, times and CPU per document of every process. */
const measure = async ({ clients, post, outside, pids, prefix }) => {
  const before = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, usageOf(pid).cpuMs]));
  const result = await closedLoop({ clients, documents: DOCUMENTS[clients], post, outside, prefix });
  const cpu = Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [name, round((usageOf(pid).cpuMs - before[name]) / DOCUMENTS[clients])]),
  );
  return { ...result, cpu };
};

const eventsPerRun = async (address) => {
  const client = new Client({ connection: await Connection.connect({ address }) });
  const lengths = [];
  for await (const run of client.workflow.list({
    query: `WorkflowType = 'scenarioRun' AND ExecutionStatus = 'Completed'`,
    pageSize: 50,
  })) {
    lengths.push((await client.workflow.getHandle(run.workflowId).describe()).historyLength);
    if (lengths.length === 50) break;
  }
  await client.connection.close();
  return { most: Math.max(...lengths), typical: median(lengths) };
};

const row = (name, one) =>
  `  ${name.padEnd(12)} ${String(round(one.perSecond)).padStart(6)} /с   приём p50 ${String(round(one.ackP50)).padStart(6)}  p99 ${String(round(one.ackP99)).padStart(6)} мс   до конца p50 ${String(round(one.endP50)).padStart(6)}  p99 ${String(round(one.endP99)).padStart(6)} мс   ЦП мс/документ ${JSON.stringify(one.cpu)}`;

const outsidePort = await freePort();
const outside = await startOutside(outsidePort);
try {
  tool('start.mjs', '--free-ports', '--detach');
  const stack = JSON.parse(readFileSync(join(home, 'stack.json'), 'utf8'));
  const base = `http://127.0.0.1:${outsidePort}`;
  const api = apiOf(`${stack.publicUrl}/api/workspaces/${stack.demo.workspaceId}`, stack.demo.apiToken);
  const { webhookUrl } = await publishTemplate(api, 'webhook-to-xml', {
    slots: {},
    parameters: { operatorUrl: `${base}/operator`, accountingUrl: `${base}/accounting`, callbackDays: 30 },
  });
  const handPort = await freePort();
  const byHand = await startByHand({
    temporal: stack.temporalAddress,
    outside: base,
    port: handPort,
    front: `http://127.0.0.1:${handPort}`,
  });
  const server = { Temporal: stack.pids['Temporal'].pid, PostgreSQL: stack.pids['PostgreSQL'].pid };
  const sides = {
    Поток: {
      post: json(webhookUrl),
      pids: { API: stack.pids['API'].pid, исполнитель: stack.pids['Исполнитель'].pid, ...server },
    },
    вручную: {
      post: json(`http://127.0.0.1:${handPort}/hook`),
      pids: { front: byHand.front.pid, worker: byHand.worker.pid, ...server },
    },
  };
  for (const [name, side] of Object.entries(sides))
    await closedLoop({ clients: 5, documents: 20, post: side.post, outside, prefix: `warm-${name.length}` });
  for (const clients of [1, 20]) {
    const results = { Поток: [], вручную: [] };
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const order = pair % 2 === 0 ? ['Поток', 'вручную'] : ['вручную', 'Поток'];
      for (const name of order)
        results[name].push(
          await measure({ clients, ...sides[name], outside, prefix: `${name.length}-${clients}-${pair}` }),
        );
    }
    say(`\nКлиентов: ${clients}, документов: ${DOCUMENTS[clients]}, пар: ${PAIRS} (показана медиана по скорости)`);
    for (const [name, list] of Object.entries(results))
      say(
        row(
          name,
          list.find((one) => one.perSecond === median(list.map(({ perSecond }) => perSecond))),
        ),
      );
    const ratios = results['Поток'].map((one, pair) => one.perSecond / results['вручную'][pair].perSecond);
    say(
      `  отношение Поток / вручную: медиана ${median(ratios).toFixed(2)}, пары ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`,
    );
  }
  const events = await eventsPerRun(stack.temporalAddress);
  const memory = Object.entries(sides['Поток'].pids).map(
    ([name, pid]) => `${name} ${Math.round(usageOf(pid).rssMb)} МБ`,
  );
  const doubled = (counts) => [...counts.values()].filter((count) => count > 1).length;
  say(`\nСобытий истории на запуск: обычно ${events.typical}, самое большее ${events.most}`);
  say(`Память: ${memory.join(', ')}`);
  say(
    `Отправлено дважды: ${doubled(outside.counts.sent)}, проведено дважды: ${doubled(outside.counts.exported)}, отказано обратным вызовам: ${outside.counts.refusedCallbacks}`,
  );
  for (const child of Object.values(byHand)) child.kill('SIGTERM');
} finally {
  spawnSync(process.execPath, [join(ROOT, 'tools/stop.mjs'), '--home', home], { stdio: 'inherit' });
  await outside.close();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);
