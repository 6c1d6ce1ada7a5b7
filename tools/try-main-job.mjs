import { mkdtempSync, readFileSync, chmodSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startTestPostgres, spawnGuarded } from './stack/postgres.mjs';
import { freePort, isPortFree } from './stack/ports.mjs';
import { findTemporal } from './stack/temporal.mjs';
import { boxIdOf, insertOrganization } from './stack/seed-organization.mjs';
import { openHome } from './stack/home.mjs';
import { supervise, answersHttp } from './stack/supervise.mjs';
import { migrate } from '@potok/persistence';
import { sealSecret } from '@potok/config';
import { compileScenario } from '@potok/scenario';
import { demoSeller, bitrixAccount, diadocAccount, onecAccount } from '@potok/sandbox/demo';
const dir = mkdtempSync(join(tmpdir(), 'potok-try-'));
chmodSync(dir, 0o755);
const home = openHome(dir);
const pgPort = await freePort();
const server = await startTestPostgres({ dataDir: join(dir, 'pg'), port: pgPort });
const url = server.url;
await migrate(url);
const tPort = await freePort();
spawnGuarded([
  await findTemporal(),
  'server',
  'start-dev',
  '--headless',
  '--ip',
  '127.0.0.1',
  '--port',
  String(tPort),
  '--log-level',
  'error',
]);
while (await isPortFree(tPort)) await new Promise((r) => setTimeout(r, 50));
const [sPort, wPort] = [await freePort(), await freePort()];
const master = `demo:${Buffer.alloc(32, 7).toString('base64')}`;
const keys = [{ id: 'demo', bytes: new Uint8Array(Buffer.alloc(32, 7)) }];
const asUser = (u) => url.replace('postgres@', `${u}@`);
const sandbox = supervise({
  name: 's',
  command: [process.execPath, 'apps/sandbox/dist/main.js'],
  env: { POTOK_SANDBOX_PORT: String(sPort), POTOK_SANDBOX_DIR: join(dir, 'sandbox') },
  logFile: home.log('sandbox'),
  isReady: answersHttp(`http://127.0.0.1:${sPort}/sandbox/health`),
});
await sandbox.start();
const sb = `http://127.0.0.1:${sPort}`;
const c = new pg.Client({ connectionString: url });
await c.connect();
const ws = randomUUID();
await c.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [ws, 'demo']);
const conn = async (system, gateways, settings, secrets, limit) => {
  const id = randomUUID();
  await c.query(
    'INSERT INTO connection (id, workspace_id, name, system, gateways, settings, secrets_sealed, limit_per_second) VALUES ($1,$2,$3,$3,$4,$5,$6,$7)',
    [
      id,
      ws,
      system,
      gateways,
      JSON.stringify(settings),
      Buffer.from(sealSecret(new TextEncoder().encode(JSON.stringify(secrets)), keys, `connection:${id}`)),
      limit,
    ],
  );
  return id;
};
const crm = await conn(
  'bitrix24',
  ['crm'],
  { portalUrl: `${sb}/bitrix24`, auth: 'webhook' },
  { webhookUrl: `${sb}/bitrix24/rest/1/${bitrixAccount.webhookSecret}/` },
  20,
);
const edo = await conn(
  'diadoc',
  ['operator'],
  { apiUrl: `${sb}/diadoc`, auth: 'password' },
  { apiClientId: diadocAccount.apiClientId, login: diadocAccount.login, password: diadocAccount.password },
  50,
);
const acc = await conn(
  'onec-odata',
  ['accounting'],
  { baseUrl: `${sb}/onec/${onecAccount.base}/odata/standard.odata` },
  { user: onecAccount.user, password: onecAccount.password },
  50,
);
await insertOrganization({
  urls: { databaseUrl: url },
  workspaceId: ws,
  secrets: { masterKeys: master },
  seller: demoSeller,
  diadocConnectionId: edo,
});
await c.query(
  `INSERT INTO cursor (id, workspace_id, kind, connection_id, subject) VALUES ($1,$2,'operator-box',$3,$4)`,
  [randomUUID(), ws, edo, boxIdOf(demoSeller)],
);
const scenario = JSON.parse(readFileSync('templates/deal-to-upd/scenario.json', 'utf8'));
const manifest = JSON.parse(readFileSync('nodes/manifest.json', 'utf8'));
const { plan, hash, findings } = compileScenario(scenario, { manifest });
console.log('findings', findings);
const [sid, vid, bid] = [randomUUID(), randomUUID(), randomUUID()];
await c.query('INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1,$2,$3,$4,$5)', [
  ws,
  hash,
  plan.planFormat,
  JSON.stringify(plan.skeleton),
  JSON.stringify(plan.steps),
]);
await c.query('INSERT INTO scenario (id, workspace_id, name, draft, published_version_id) VALUES ($1,$2,$3,$4,$5)', [
  sid,
  ws,
  's',
  JSON.stringify(scenario),
  vid,
]);
await c.query(
  'INSERT INTO scenario_version (id, workspace_id, scenario_id, number, scenario, plan_hash, published_by) VALUES ($1,$2,$3,1,$4,$5,$6)',
  [vid, ws, sid, JSON.stringify(scenario), hash, '{}'],
);
await c.query('INSERT INTO binding (id, workspace_id, version_id, slots, parameters) VALUES ($1,$2,$3,$4,$5)', [
  bid,
  ws,
  vid,
  JSON.stringify({ crm, edo, accounting: acc }),
  JSON.stringify({ wonStageId: 'WON', mendStageId: 'UC_DOCFAULT', doneStageId: 'WON', signDays: 5, answerDays: 30 }),
]);
const worker = supervise({
  name: 'w',
  command: [process.execPath, '--enable-source-maps', 'apps/worker/dist/main.js'],
  env: {
    POTOK_DB_APP_URL: asUser('potok_app'),
    POTOK_DB_RELAY_URL: asUser('potok_relay'),
    TEMPORAL_ADDRESS: `127.0.0.1:${tPort}`,
    POTOK_PUBLIC_URL: 'http://127.0.0.1:1',
    POTOK_MASTER_KEYS: master,
    POTOK_ALLOWED_HOSTS: `127.0.0.1:${sPort}`,
    POTOK_WORKER_HEALTH_PORT: String(wPort),
    POTOK_BOX_POLL_MS: '500',
  },
  logFile: home.log('worker'),
  isReady: answersHttp(`http://127.0.0.1:${wPort}/`),
});
await worker.start();
console.log('worker ready', dir);
const post = (path, body) =>
  fetch(`${sb}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then(async (r) => [r.status, await r.text()]);
const deal = process.argv[2] ?? '1';
console.log(await post(`/sandbox/bitrix24/deals/${deal}/stage`, { stageId: 'WON' }));
await c.query(
  `INSERT INTO inbox (id, workspace_id, source, scenario_id, scope, event_key, body) VALUES ($1,$2,'webhook',$3,'t','k1',$4)`,
  [randomUUID(), ws, sid, JSON.stringify({ event: 'ONCRMDEALUPDATE', data: { FIELDS: { ID: deal } } })],
);
await c.query(`SELECT pg_notify('potok_inbox','')`);
let answered = false;
let last = '';
for (let i = 0; i < 60; i++) {
  await new Promise((r) => setTimeout(r, 1000));
  const runs = (await c.query('SELECT id, status, waiting, fault FROM run')).rows;
  const steps = (await c.query('SELECT node_id, status, port, attempt, fault FROM step ORDER BY seq')).rows;
  const inbox = (await c.query('SELECT source, status, reason FROM inbox')).rows;
  const docs = (await c.query('SELECT number, headline, message_id, entity_id FROM document')).rows;
  const now = JSON.stringify([runs, steps, inbox, docs]);
  if (now !== last) {
    last = now;
    console.log(
      i,
      JSON.stringify(runs),
      '\n   ',
      steps.map((s) => `${s.node_id}:${s.status}:${s.port}${s.fault ? JSON.stringify(s.fault) : ''}`).join(' '),
      '\n   ',
      JSON.stringify(inbox),
      JSON.stringify(docs),
    );
  }
  if (runs[0]?.status === 'waiting' && docs[0]?.message_id && !answered) {
    answered = true;
    await new Promise((r) => setTimeout(r, 1500));
    console.log(
      await post(`/sandbox/diadoc/documents/${docs[0].message_id}/${docs[0].entity_id}/answer`, {
        kind: process.argv[3] ?? 'sign',
        reason: 'неверная цена',
      }),
    );
  }
  if (['done', 'needs-a-person'].includes(runs[0]?.status) && i > 5) break;
}
console.log((await (await fetch(`${sb}/sandbox/onec/state`)).text()).slice(0, 600));
writeFileSync('/tmp/try-steps.json', JSON.stringify((await c.query('SELECT * FROM step ORDER BY seq')).rows, null, 1));
await worker.stop();
await sandbox.stop();
await c.end();
await server.stop();
process.exit(0);
