import { Type as t } from '@sinclair/typebox';

const url = (pattern: string) => t.String({ pattern });
const postgres = url('^postgres(ql)?://[^\\s]+$');
const port = t.Integer({ minimum: 1, maximum: 65_535 });
const host = t.String({ minLength: 1, pattern: '^[^\\s:/]+$' });
const path = t.String({ minLength: 1 });
const millis = (fallback: number) => t.Integer({ minimum: 10, maximum: 86_400_000, default: fallback });

/**
 * Every variable that Potok reads, with its shape and, where one is harmless, its default. A secret has none.
 * Each may also be given as `<NAME>_FILE`: the path of a file that holds the value.
 */
export const variables = {
  /** The owner of the tables: migrations only. */
  DATABASE_URL: postgres,
  POTOK_DB_APP_URL: postgres,
  POTOK_DB_HOOK_URL: postgres,
  POTOK_DB_RELAY_URL: postgres,
  TEMPORAL_ADDRESS: t.String({ pattern: '^[^\\s/]+:\\d{1,5}$' }),
  TEMPORAL_NAMESPACE: t.String({ minLength: 1, default: 'default' }),
  POTOK_API_PORT: port,
  POTOK_API_HOST: t.String({ ...host, default: '127.0.0.1' }),
  /** Base of webhook and callback addresses; leads to the API. */
  POTOK_PUBLIC_URL: url('^https?://[^\\s]+$'),
  /** Of `potok`: the address of the installation, a key of its API and the workspace that the key is for. */
  POTOK_URL: url('^https?://[^\\s]+$'),
  POTOK_TOKEN: t.String({ minLength: 1 }),
  POTOK_WORKSPACE: t.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' }),
  /** Folder of the built web application, when the API is to serve it. */
  POTOK_WEB_DIR: path,
  /** Addresses, networks or `loopback`, `uniquelocal`, comma between: whose word on the caller's address is taken. */
  POTOK_TRUSTED_PROXIES: t.String({ pattern: '^[\\w.:/]+(\\s*,\\s*[\\w.:/]+)*$', default: 'loopback' }),
  /** `id:base64 of 32 bytes`, comma between; the first one seals, all of them open. */
  POTOK_MASTER_KEYS: t.String({ pattern: '^[\\w.-]+:[A-Za-z0-9+/]{43}=(\\s*,\\s*[\\w.-]+:[A-Za-z0-9+/]{43}=)*$' }),
  /** `host:port`, comma between: private addresses that connections may speak to. */
  POTOK_ALLOWED_HOSTS: t.String({ pattern: '^[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*$' }),
  /** `postgres`, `folder:/path` or `s3:…`. */
  POTOK_BLOB_STORE: t.String({ pattern: '^(postgres|folder:.+|s3:.+)$', default: 'postgres' }),
  /** Tests write an offset in milliseconds into this file; see `createClock`. */
  POTOK_CLOCK_OFFSET_FILE: path,
  POTOK_SANDBOX_PORT: port,
  POTOK_SANDBOX_HOST: t.String({ ...host, default: '127.0.0.1' }),
  POTOK_SANDBOX_DIR: path,
  POTOK_LOG_LEVEL: t.Union(
    [t.Literal('debug'), t.Literal('info'), t.Literal('warn'), t.Literal('error'), t.Literal('silent')],
    { default: 'info' },
  ),
  POTOK_WORKER_HEALTH_PORT: port,
  /** How often an operator's box is asked for events. */
  POTOK_BOX_POLL_MS: millis(5_000),
  /** How often a CRM is asked for deals that changed, beside its webhooks. */
  POTOK_SWEEP_MS: millis(60_000),
  /** How often all queues are looked at for what has become due, or came without a NOTIFY. */
  POTOK_RELAY_IDLE_MS: millis(500),
  /** How long a lease (a box's poller, a connection's bucket) lives without being renewed. */
  POTOK_LEASE_MS: millis(30_000),
} as const;

export type VariableName = keyof typeof variables;
