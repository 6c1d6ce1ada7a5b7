import { Type as t } from '@sinclair/typebox';
import { variables as v } from './variables.js';

/** Processes that read the environment. */
export const ROLES = ['api', 'worker', 'sandbox', 'migrate', 'cli'] as const;
export type Role = (typeof ROLES)[number];

const everywhere = {
  POTOK_LOG_LEVEL: v.POTOK_LOG_LEVEL,
  POTOK_CLOCK_OFFSET_FILE: t.Optional(v.POTOK_CLOCK_OFFSET_FILE),
};

/** What each process reads. A variable that is neither optional nor has a default is demanded. */
export const roleSchemas = {
  api: t.Object({
    ...everywhere,
    POTOK_DB_APP_URL: v.POTOK_DB_APP_URL,
    POTOK_DB_HOOK_URL: v.POTOK_DB_HOOK_URL,
    POTOK_API_PORT: v.POTOK_API_PORT,
    POTOK_API_HOST: v.POTOK_API_HOST,
    POTOK_PUBLIC_URL: v.POTOK_PUBLIC_URL,
    POTOK_WEB_DIR: t.Optional(v.POTOK_WEB_DIR),
    POTOK_TRUSTED_PROXIES: v.POTOK_TRUSTED_PROXIES,
    POTOK_MASTER_KEYS: v.POTOK_MASTER_KEYS,
    POTOK_BLOB_STORE: v.POTOK_BLOB_STORE,
  }),
  worker: t.Object({
    ...everywhere,
    POTOK_DB_APP_URL: v.POTOK_DB_APP_URL,
    POTOK_DB_RELAY_URL: v.POTOK_DB_RELAY_URL,
    TEMPORAL_ADDRESS: v.TEMPORAL_ADDRESS,
    TEMPORAL_NAMESPACE: v.TEMPORAL_NAMESPACE,
    POTOK_PUBLIC_URL: v.POTOK_PUBLIC_URL,
    POTOK_MASTER_KEYS: v.POTOK_MASTER_KEYS,
    POTOK_ALLOWED_HOSTS: t.Optional(v.POTOK_ALLOWED_HOSTS),
    POTOK_BLOB_STORE: v.POTOK_BLOB_STORE,
    POTOK_WORKER_HEALTH_PORT: t.Optional(v.POTOK_WORKER_HEALTH_PORT),
    POTOK_BOX_POLL_MS: v.POTOK_BOX_POLL_MS,
    POTOK_SWEEP_MS: v.POTOK_SWEEP_MS,
    POTOK_RELAY_IDLE_MS: v.POTOK_RELAY_IDLE_MS,
    POTOK_LEASE_MS: v.POTOK_LEASE_MS,
  }),
  sandbox: t.Object({
    ...everywhere,
    POTOK_SANDBOX_PORT: v.POTOK_SANDBOX_PORT,
    POTOK_SANDBOX_HOST: v.POTOK_SANDBOX_HOST,
    POTOK_SANDBOX_DIR: v.POTOK_SANDBOX_DIR,
  }),
  /** The command of people and scripts; its flags stand in for the variables. */
  cli: t.Object({
    ...everywhere,
    POTOK_URL: v.POTOK_URL,
    POTOK_TOKEN: v.POTOK_TOKEN,
    POTOK_WORKSPACE: v.POTOK_WORKSPACE,
  }),
  /** The three login addresses let the migration create these roles with their passwords. */
  migrate: t.Object({
    ...everywhere,
    DATABASE_URL: v.DATABASE_URL,
    POTOK_DB_APP_URL: t.Optional(v.POTOK_DB_APP_URL),
    POTOK_DB_HOOK_URL: t.Optional(v.POTOK_DB_HOOK_URL),
    POTOK_DB_RELAY_URL: t.Optional(v.POTOK_DB_RELAY_URL),
  }),
} as const satisfies Record<Role, unknown>;
