// OpenSSL with the GOST engine, for tests: POTOK_OPENSSL, else `openssl` of PATH; the engine is installed by apt-get when we are root.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const PACKAGES = ['openssl', 'libengine-gost-openssl'];
const HELP =
  'OpenSSL with the GOST engine was not found: install the packages openssl and libengine-gost-openssl, or set POTOK_OPENSSL to an openssl that has the engine.';

const configOf = (engine) => `openssl_conf = main
[main]
oid_section = oids
stbl_section = strings
engines = engines
providers = providers
[providers]
default = default_provider
[default_provider]
activate = 1
[engines]
gost = gost
[gost]
engine_id = gost
${engine === undefined ? '' : `dynamic_path = ${engine}\n`}default_algorithms = ALL
[oids]
INNLE = 1.2.643.100.4
[strings]
INNLE = min:10,max:10,mask:NUMERICSTRING,flags:nomask
`;

const binary = () => process.env.POTOK_OPENSSL ?? 'openssl';

const findEngine = () => {
  const about = spawnSync(binary(), ['version', '-e'], { encoding: 'utf8' });
  const folder = /ENGINESDIR: "(.+)"/.exec(about.stdout ?? '')?.[1];
  const file = folder && ['gost.so', 'libgost.so', 'gost.dylib'].map((name) => join(folder, name)).find(existsSync);
  return about.status === 0 ? file : undefined;
};

const install = (say) => {
  if (userInfo().uid !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  say(`Installing ${PACKAGES.join(' and ')} (once)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env });
  spawnSync('apt-get', ['install', '-y', '-qq', ...PACKAGES], { env });
};

/**
 * Answers `{ folder, run(args, input?), close() }`: `run` executes openssl inside a folder of its own and gives stdout, or throws
 * with its stderr. Throws one clear sentence when there is no engine and none can be installed.
 */
export const gostOpenssl = (say = () => undefined) => {
  if (findEngine() === undefined) install(say);
  const engine = findEngine();
  if (engine === undefined) throw new Error(HELP);
  const folder = mkdtempSync(join(tmpdir(), 'potok-gost-'));
  writeFileSync(join(folder, 'gost.cnf'), configOf(engine));
  const env = { ...process.env, OPENSSL_CONF: join(folder, 'gost.cnf') };
  const run = (args, input) => {
    const done = spawnSync(binary(), args, { cwd: folder, env, input });
    if (done.status !== 0) throw new Error(`openssl ${args[0]}: ${done.stderr}`);
    return done.stdout;
  };
  return { folder, run, close: () => rmSync(folder, { recursive: true, force: true }) };
};
