import { readFileSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from './testing/test-tools.mjs';
const stack = JSON.parse(readFileSync(process.env.POTOK_STACK ?? '/tmp/potok-home/stack.json', 'utf8'));
const [user] = stack.demo.users;
mkdirSync('/tmp/shots', { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
for (const [name, width, height, colorScheme] of [['light', 1440, 900, 'light'], ['dark', 1440, 900, 'dark'], ['phone', 390, 844, 'light']]) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  await page.goto(stack.publicUrl);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `/tmp/shots/${name}-0-signin.png` });
  await page.getByLabel(/почта|e-mail/i).first().fill(user.email);
  await page.getByLabel(/пароль/i).first().fill(user.password);
  await page.getByRole('button', { name: /войти/i }).click();
  await page.waitForTimeout(1500);
  console.log(name, page.url());
  const ws = stack.demo.workspaceId;
  const api = async (path) => (await fetch(`${stack.publicUrl}/api/workspaces/${ws}/${path}`, { headers: { authorization: `Bearer ${stack.demo.apiToken}` } })).json();
  const runs = (await api('runs?limit=50')).items;
  const done = runs.find((r) => r.status === 'done' && r.subject.documentNumber && r.subject.dealId) ?? runs[0];
  const bad = runs.find((r) => r.status === 'needs-a-person') ?? runs[0];
  const docs = (await api('documents?limit=5')).items;
  const paths = { runs: `/w/${ws}/runs`, run: `/w/${ws}/runs/${done?.id}`, bad: `/w/${ws}/runs/${bad?.id}`, documents: `/w/${ws}/documents`, document: `/w/${ws}/documents/${docs[0]?.id}`, scenarios: `/w/${ws}/scenarios`, scenario: `/w/${ws}/scenarios/${Object.values(stack.demo.scenarios)[0]}`, deliveries: `/w/${ws}/deliveries`, connections: `/w/${ws}/connections`, attention: `/w/${ws}/attention`, counterparties: `/w/${ws}/counterparties`, settings: `/w/${ws}/settings` };
  for (const [key, path] of Object.entries(paths)) {
    if (process.argv[2] && !process.argv[2].split(',').includes(key)) continue;
    await page.goto(stack.publicUrl + path);
    await page.waitForTimeout(1300);
    await page.screenshot({ path: `/tmp/shots/${name}-${key}.png` });
  }
  console.log(name, [...new Set(errors)].slice(0, 8));
  await context.close();
}
await browser.close();
