import type { texts as ru } from './texts.ru.js';
import type { VariableName } from './variables.js';

const purposes = {
  DATABASE_URL: 'the address of PostgreSQL for the owner of the tables, postgres://…',
  POTOK_DB_APP_URL: 'the address of PostgreSQL for the role potok_app, postgres://…',
  POTOK_DB_HOOK_URL: 'the address of PostgreSQL for the role potok_hook, postgres://…',
  POTOK_DB_RELAY_URL: 'the address of PostgreSQL for the role potok_relay, postgres://…',
  TEMPORAL_ADDRESS: 'the address of Temporal, host:port',
  TEMPORAL_NAMESPACE: 'the Temporal namespace',
  POTOK_API_PORT: 'the port of the API, a number from 1 to 65535',
  POTOK_API_HOST: 'the address that the API listens on',
  POTOK_PUBLIC_URL: 'the address of the API as webhooks see it, https://…',
  POTOK_URL: 'the address of Potok, https://…; flag --url',
  POTOK_TOKEN: 'a key of the API from the settings; flag --token',
  POTOK_WORKSPACE: 'the workspace, an id like 0190…-…; flag --workspace',
  POTOK_WEB_DIR: 'the folder of the built web application',
  POTOK_TRUSTED_PROXIES: 'addresses or networks of balancers, comma between, such as 10.0.0.0/8 or uniquelocal',
  POTOK_MASTER_KEYS: 'master keys as "id:base64 of 32 bytes" with commas, the first one is current',
  POTOK_ALLOWED_HOSTS: 'allowed private addresses as "host:port" with commas',
  POTOK_BLOB_STORE: 'where files are kept: postgres, folder:/path or s3:…',
  POTOK_CLOCK_OFFSET_FILE: 'a file with the offset of the clock in milliseconds',
  POTOK_SANDBOX_PORT: 'the port of the sandbox, a number from 1 to 65535',
  POTOK_SANDBOX_HOST: 'the address that the sandbox listens on',
  POTOK_SANDBOX_DIR: 'the folder of the sandbox data',
  POTOK_LOG_LEVEL: 'how much is logged: debug, info, warn, error or silent',
  POTOK_WORKER_HEALTH_PORT: 'the port of the worker readiness check, a number from 1 to 65535',
  POTOK_BOX_POLL_MS: 'the period of asking operator boxes, ms from 10 to 86400000',
  POTOK_SWEEP_MS: 'the period of looking for changed deals, ms from 10 to 86400000',
  POTOK_RELAY_IDLE_MS: 'the period of looking at the queues without a notice, ms from 10 to 86400000',
  POTOK_LEASE_MS: 'the life of a lease that is not renewed, ms from 10 to 86400000',
} satisfies Record<VariableName, string>;

/** The same sentences in English. */
export const texts = {
  CONFIG_MISSING: (name) => `${name} (or ${name}_FILE) is not set: ${purposes[name]}.`,
  CONFIG_MALFORMED: (name) => `${name} is malformed. It must be ${purposes[name]}.`,
  CONFIG_FILE_UNREADABLE: (name) => `The file named by ${name}_FILE cannot be read. Check its path and permissions.`,
  CONFIG_GIVEN_TWICE: (name) => `Both ${name} and ${name}_FILE are set. Keep one of them.`,
} satisfies typeof ru;
