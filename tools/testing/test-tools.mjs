// What the tests need of the machine besides npm: OpenSSL with the GOST engine, Chromium, Temporal. Found, or installed, or said in one sentence.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Sorry, say, step } from '../stack/say.mjs';
import { findTemporal, findTestServer } from '../stack/temporal.mjs';

const isRoot = () => process.getuid?.() === 0;
const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const onPath = (name) => spawnSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();

const apt = (packages) => {
  if (!isRoot() || !onPath('apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'ignore', env }).status ===
    0;
  return install() || (spawnSync('apt-get', ['update'], { stdio: 'ignore', env }).status === 0 && install());
};

/** The browser: CHROMIUM, or chromium or chrome on PATH. */
export const findChromium = () =>
  [process.env.CHROMIUM, onPath('chromium'), onPath('chromium-browser'), onPath('google-chrome')].find(
    (path) => path && existsSync(path),
  );

const hasGost = () => {
  const openssl = process.env.POTOK_OPENSSL ?? 'openssl';
  return (
    spawnSync(openssl, ['engine', 'gost'], { encoding: 'utf8' }).stdout?.includes('gost') &&
    has(openssl, 'engine', '-t', 'gost')
  );
};

/** Throws one sentence for what is missing and cannot be installed. */
export const ensureTestTools = async () => {
  if (!hasGost()) {
    await step('Ставлю OpenSSL с ГОСТ (apt)', async () => apt(['openssl', 'libengine-gost-openssl']));
    if (!hasGost())
      throw new Sorry(
        'Для проверки подписи нужен OpenSSL с движком ГОСТ: поставьте пакет libengine-gost-openssl или задайте POTOK_OPENSSL.',
      );
  }
  if (!findChromium()) {
    await step('Ставлю Chromium (apt)', async () => apt(['chromium']));
    if (!findChromium())
      throw new Sorry('Для проверки страниц нужен Chromium: поставьте пакет chromium или задайте CHROMIUM=путь.');
  }
  await findTemporal(say);
  await findTestServer(say);
};
