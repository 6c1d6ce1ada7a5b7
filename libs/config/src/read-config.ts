import type { Static } from '@sinclair/typebox';
import { Ajv, type ErrorObject } from 'ajv';
import { ConfigWrong, type ConfigFinding, type Language } from './config-wrong.js';
import { gatherValues } from './gather-values.js';
import { parseBlobStore, parseList, parseMasterKeys } from './parse-values.js';
import { optionalVariables, requiredVariables } from './required-variables.js';
import { roleSchemas, type Role } from './roles.js';
import type { VariableName } from './variables.js';

// The only ajv of the project that coerces and fills in: the environment is made of strings.
const ajv = new Ajv({ strict: true, allErrors: true, coerceTypes: true, useDefaults: true });

type Env<R extends Role> = Static<(typeof roleSchemas)[R]>;

const common = (env: Env<Role>) => ({
  logLevel: env.POTOK_LOG_LEVEL,
  clockOffsetFile: env.POTOK_CLOCK_OFFSET_FILE,
});

const asApi = (env: Env<'api'>) => ({
  ...common(env),
  appDatabaseUrl: env.POTOK_DB_APP_URL,
  hookDatabaseUrl: env.POTOK_DB_HOOK_URL,
  host: env.POTOK_API_HOST,
  port: env.POTOK_API_PORT,
  publicUrl: withoutSlash(env.POTOK_PUBLIC_URL),
  webDir: env.POTOK_WEB_DIR,
  trustedProxies: parseList(env.POTOK_TRUSTED_PROXIES),
  masterKeys: parseMasterKeys(env.POTOK_MASTER_KEYS),
  blobStore: parseBlobStore(env.POTOK_BLOB_STORE),
});

const asWorker = (env: Env<'worker'>) => ({
  ...common(env),
  appDatabaseUrl: env.POTOK_DB_APP_URL,
  relayDatabaseUrl: env.POTOK_DB_RELAY_URL,
  temporal: Object.freeze({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE }),
  publicUrl: withoutSlash(env.POTOK_PUBLIC_URL),
  masterKeys: parseMasterKeys(env.POTOK_MASTER_KEYS),
  allowedHosts: parseList(env.POTOK_ALLOWED_HOSTS),
  blobStore: parseBlobStore(env.POTOK_BLOB_STORE),
  healthPort: env.POTOK_WORKER_HEALTH_PORT,
  boxPollMs: env.POTOK_BOX_POLL_MS,
  sweepMs: env.POTOK_SWEEP_MS,
  relayIdleMs: env.POTOK_RELAY_IDLE_MS,
  leaseMs: env.POTOK_LEASE_MS,
});

const asSandbox = (env: Env<'sandbox'>) => ({
  ...common(env),
  host: env.POTOK_SANDBOX_HOST,
  port: env.POTOK_SANDBOX_PORT,
  dataDir: env.POTOK_SANDBOX_DIR,
});

const asMigrate = (env: Env<'migrate'>) => ({
  ...common(env),
  ownerDatabaseUrl: env.DATABASE_URL,
  appDatabaseUrl: env.POTOK_DB_APP_URL,
  hookDatabaseUrl: env.POTOK_DB_HOOK_URL,
  relayDatabaseUrl: env.POTOK_DB_RELAY_URL,
});

const asCli = (env: Env<'cli'>) => ({
  ...common(env),
  url: withoutSlash(env.POTOK_URL),
  token: env.POTOK_TOKEN,
  workspace: env.POTOK_WORKSPACE.toLowerCase(),
});

export type ApiConfig = Readonly<ReturnType<typeof asApi>>;
export type WorkerConfig = Readonly<ReturnType<typeof asWorker>>;
export type SandboxConfig = Readonly<ReturnType<typeof asSandbox>>;
export type MigrateConfig = Readonly<ReturnType<typeof asMigrate>>;
export type CliConfig = Readonly<ReturnType<typeof asCli>>;
export interface ConfigOf {
  readonly api: ApiConfig;
  readonly worker: WorkerConfig;
  readonly sandbox: SandboxConfig;
  readonly migrate: MigrateConfig;
  readonly cli: CliConfig;
}

const reader = <R extends Role, Config>(role: R, shape: (env: Env<R>) => Config) => {
  const isRight = ajv.compile<Env<R>>(roleSchemas[role]);
  const names = [...requiredVariables(role), ...optionalVariables(role)];
  return (env: NodeJS.ProcessEnv): Readonly<Config> => {
    const { values, findings } = gatherValues(env, names);
    const candidate: unknown = values;
    if (isRight(candidate) && findings.length === 0) return Object.freeze(shape(candidate));
    throw new ConfigWrong(merge(findings, (isRight.errors ?? []).map(asFinding)), languageOf(env));
  };
};

const readers: { readonly [R in Role]: (env: NodeJS.ProcessEnv) => ConfigOf[R] } = {
  api: reader('api', asApi),
  worker: reader('worker', asWorker),
  sandbox: reader('sandbox', asSandbox),
  migrate: reader('migrate', asMigrate),
  cli: reader('cli', asCli),
};

/**
 * The environment of one process, read once at boot: checked, frozen, with parsed values.
 * Throws ConfigWrong, which lists every missing or malformed variable by name and shows no value.
 */
export const readConfig = <R extends Role>(env: NodeJS.ProcessEnv, role: R): ConfigOf[R] => readers[role](env);

const asFinding = (error: ErrorObject): ConfigFinding =>
  error.keyword === 'required'
    ? { code: 'CONFIG_MISSING', variable: String(error.params['missingProperty']) as VariableName }
    : { code: 'CONFIG_MALFORMED', variable: error.instancePath.slice(1) as VariableName };

/** One finding a variable: an unreadable file is not reported as missing too. */
const merge = (first: readonly ConfigFinding[], second: readonly ConfigFinding[]): ConfigFinding[] => {
  const seen = new Map<VariableName, ConfigFinding>();
  for (const finding of [...first, ...second]) if (!seen.has(finding.variable)) seen.set(finding.variable, finding);
  return [...seen.values()];
};

const languageOf = (env: NodeJS.ProcessEnv): Language => (env['LANG']?.startsWith('en') ? 'en' : 'ru');

const withoutSlash = (url: string) => url.replace(/\/+$/, '');
