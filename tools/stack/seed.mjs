// The demo: two persons, a workspace, the own organization with its box and key, connections to the sandbox, the published templates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './install.mjs';
import { insertOrganization } from './seed-organization.mjs';
import { DEFAULT_HOME } from './home.mjs';
import { Sorry, step } from './say.mjs';
import { via } from './services.mjs';

/** Two: what people see of each other in one draft can be tried by two browsers. */
const PEOPLE = [
  { email: 'demo@potok.example', name: 'Анна Ветрова' },
  { email: 'consultant@potok.example', name: 'Пётр Соколов' },
];

/** Makes the demo once; later it only says again what it made. */
export const seedDemo = async ({ home, urls, secrets, apiEnv }) => {
  const known = home.readJson('demo.json');
  const workspaces = await listWorkspaces(urls);
  if (known && workspaces.includes(known.workspaceId)) {
    refuseOtherAddresses(home, urls);
    return { demo: known };
  }
  if (workspaces.length > 0)
    throw new Sorry(
      process.env.DATABASE_URL
        ? 'В базе DATABASE_URL уже есть данные другой установки или прерванной подготовки. Дайте пустую базу.'
        : `Подготовка демонстрации была прервана на полпути. Начните с чистого листа: npm start -- --reset${home.dir === DEFAULT_HOME ? '' : ` --home ${home.dir}`}.`,
    );
  return step('Демонстрационное пространство', async () => {
    const admin = adminOf(apiEnv);
    const { workspaceId } = admin('create-workspace', { name: 'ООО «Поток Демо»', timeZone: 'Europe/Moscow' });
    const [{ userId }] = PEOPLE.map((person) =>
      admin('create-user', { ...person, password: secrets.demoPassword, workspaceId, role: 'owner' }),
    );
    const { secret: token } = admin('create-token', {
      workspaceId,
      userId,
      name: 'Запускающий скрипт',
      scopes: ['read', 'write', 'start'],
    });
    const sandbox = await import('@potok/sandbox');
    const api = apiOf(`${urls.publicUrl}/api/workspaces/${workspaceId}`, token);
    const connections = await addConnections(api, via('sandbox', urls.sandboxUrl), sandbox);
    await insertOrganization({
      appUrl: apiEnv.POTOK_DB_APP_URL,
      workspaceId,
      secrets,
      seller: sandbox.demoSeller,
      diadocConnectionId: connections.edo,
    });
    await Promise.all(Object.values(connections).map((id) => api('POST', `connections/${id}/check`)));
    const webhooks = {
      'deal-to-upd': await publishTemplate(api, 'deal-to-upd', {
        slots: { crm: connections.crm, edo: connections.edo, accounting: connections.accounting },
        parameters: {
          wonStageId: 'WON',
          mendStageId: 'UC_DOCFAULT',
          doneStageId: 'WON',
          signDays: 5,
          answerDays: 30,
        },
        proofSecret: sandbox.bitrixAccount.applicationToken,
      }),
    };
    await subscribe(urls, {
      url: webhooks['deal-to-upd'].webhookUrl,
      applicationToken: sandbox.bitrixAccount.applicationToken,
    });
    const demo = {
      workspaceId,
      users: PEOPLE.map((person) => ({ ...person, password: secrets.demoPassword })),
      apiToken: token,
      connections,
      scenarios: Object.fromEntries(Object.entries(webhooks).map(([name, one]) => [name, one.id])),
      webhooks: Object.fromEntries(Object.entries(webhooks).map(([name, one]) => [name, one.webhookUrl])),
      sandbox: {
        bitrix24: sandbox.bitrixAccount,
        diadoc: sandbox.diadocAccount,
        onec: sandbox.onecAccount,
        buyers: sandbox.demoBuyers.map(({ key, inn }) => ({ key, inn })),
      },
    };
    home.writeJson('demo-addresses.json', addressesOf(urls));
    home.writeJson('demo.json', demo);
    return { demo };
  });
};

const listWorkspaces = async ({ databaseUrl }) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('SELECT id FROM workspace')).rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
};

const addressesOf = ({ publicUrl, sandboxUrl }) => ({ publicUrl, sandboxUrl });

/** Webhooks and connections of the demo hold these addresses: at other ones nothing would arrive, and nobody would say so. */
const refuseOtherAddresses = (home, urls) => {
  const made = home.readJson('demo-addresses.json') ?? addressesOf(urls);
  if (made.publicUrl === urls.publicUrl && made.sandboxUrl === urls.sandboxUrl) return;
  throw new Sorry(
    `Демонстрация в ${home.dir} настроена на ${made.publicUrl} и песочницу ${made.sandboxUrl}. Верните эти порты или начните с чистого листа: npm start -- --reset.`,
  );
};

/** A command of an administrator, as `apps/api/dist/admin.js` takes it. */
export const adminOf = (env) => (command, order) => {
  const ran = spawnSync(process.execPath, [join(ROOT, 'apps/api/dist/admin.js'), command], {
    input: JSON.stringify(order),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr || ran.stdout}`);
  return JSON.parse(ran.stdout.trim().split('\n').pop());
};

/** One call of the API; a problem becomes an error with its sentence. */
export const apiOf = (base, token) => async (method, path, body) => {
  const answer = await fetch(`${base}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const value = text === '' ? undefined : JSON.parse(text);
  if (answer.ok) return value;
  const details = (value?.errors ?? [])
    .map((one) => `\n  ${one.node ?? ''} ${one.field ?? ''} ${one.code}: ${one.detail}`)
    .join('');
  throw new Error(`${method} ${path}: ${answer.status} ${value?.code ?? ''} ${value?.detail ?? text}${details}`);
};

const addConnections = async (api, sandboxUrl, { bitrixAccount, diadocAccount, onecAccount }) => {
  const add = async (name, system, given) =>
    (await api('POST', 'connections', { name, system, isTest: true, ...given })).id;
  return {
    crm: await add('Битрикс24 (песочница)', 'bitrix24', {
      settings: { portalUrl: `${sandboxUrl}/bitrix24`, auth: 'webhook' },
      secrets: { webhookUrl: `${sandboxUrl}/bitrix24/rest/${bitrixAccount.userId}/${bitrixAccount.webhookSecret}/` },
    }),
    edo: await add('Диадок (песочница)', 'diadoc', {
      settings: { apiUrl: `${sandboxUrl}/diadoc`, auth: 'password' },
      secrets: { apiClientId: diadocAccount.apiClientId, login: diadocAccount.login, password: diadocAccount.password },
    }),
    accounting: await add('1С:Бухгалтерия (песочница)', 'onec-odata', {
      settings: { baseUrl: `${sandboxUrl}/onec/${onecAccount.base}/odata/standard.odata` },
      secrets: { user: onecAccount.user, password: onecAccount.password },
    }),
  };
};

/** Takes a template as a person would: a draft with its binding filled, published. Answers its id and the address of its hook. */
export const publishTemplate = async (api, name, { slots, parameters, proofSecret }) => {
  const draft = JSON.parse(readFileSync(join(ROOT, 'templates', name, 'scenario.json'), 'utf8'));
  const { id } = await api('POST', 'scenarios', { draft, binding: { slots, parameters } });
  await api('POST', `scenarios/${id}/publish`, {});
  if (proofSecret !== undefined) await api('PUT', `scenarios/${id}/hook/key`, { secret: proofSecret });
  const { trigger } = await api('GET', `scenarios/${id}`);
  return { id, webhookUrl: trigger?.webhookUrl };
};

const subscribe = async ({ sandboxUrl }, { url, applicationToken }) => {
  const answer = await fetch(`${sandboxUrl}/sandbox/bitrix24/outgoing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, event: 'ONCRMDEALUPDATE', applicationToken }),
  });
  if (!answer.ok) throw new Error(`Песочница не приняла вебхук: ${answer.status} ${await answer.text()}`);
};
