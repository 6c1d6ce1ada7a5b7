import type { MasterKey } from '@potok/config';
import { createHttp, type Limiter } from '@potok/connector-kit';
import { NodeFault, type OutsideCall, type RunMode } from '@potok/contracts';
import type { ConnectionDefinition } from '@potok/node-sdk';
import type { ConnectionReader, ConnectionSecretsRow } from '@potok/persistence/engine';
import { leasedBucket } from './leased-bucket.js';
import { renewUnderLease } from './renew-under-lease.js';
import { secretsVault } from './secrets-vault.js';
import { secretTexts } from './secret-texts.js';

export interface OpenConnectionsParts {
  readonly rows: ConnectionReader;
  readonly definitions: ReadonlyMap<string, ConnectionDefinition>;
  readonly keys: readonly MasterKey[];
  readonly allowHosts: readonly string[];
  readonly now: () => Date;
  readonly onCall: () => ((call: OutsideCall) => void) | undefined;
  readonly log: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
}

interface Opened {
  readonly client: unknown;
  readonly definition: ConnectionDefinition;
  readonly name: string;
  readonly isTest: boolean;
  readonly updatedAtMs: number;
  readonly lookedAtMs: number;
}

const FRESH_MS = 5000;

/** Clients of outside accounts, opened when first needed and kept until the connection is changed. The only place where secrets are opened. */
export class OpenConnections {
  private readonly opened = new Map<string, Opened>();

  constructor(private readonly parts: OpenConnectionsParts) {}

  /** Throws CONNECTION_NOT_FOUND, CONNECTION_SYSTEM_UNKNOWN (invalid). */
  async open(workspaceId: string, connectionId: string): Promise<unknown> {
    return (await this.openWithDefinition(workspaceId, connectionId)).client;
  }

  /** For a run of this mode: a trial acts on a test contour only. Throws TRIAL_NOT_TEST (refused) too. */
  async openFor(mode: RunMode, workspaceId: string, connectionId: string): Promise<unknown> {
    const { client, name, isTest } = await this.openWithDefinition(workspaceId, connectionId);
    if (mode === 'trial' && !isTest)
      throw new NodeFault('refused', 'TRIAL_NOT_TEST', { facts: { connections: [name] } });
    return client;
  }

  async openWithDefinition(workspaceId: string, connectionId: string): Promise<Opened> {
    const key = `${workspaceId}/${connectionId}`;
    const known = this.opened.get(key);
    if (known !== undefined && Date.now() - known.lookedAtMs < FRESH_MS) return known;
    const row = await this.parts.rows.find(workspaceId, connectionId);
    if (row === undefined) {
      this.opened.delete(key);
      throw new NodeFault('invalid', 'CONNECTION_NOT_FOUND', { facts: { connectionId } });
    }
    const isSame = known?.updatedAtMs === row.updated_at.getTime();
    const opened = isSame ? { ...known, lookedAtMs: Date.now() } : this.connect(workspaceId, row);
    this.opened.set(key, opened);
    return opened;
  }

  private connect(workspaceId: string, row: ConnectionSecretsRow): Opened {
    const definition = this.parts.definitions.get(row.system);
    if (definition === undefined)
      throw new NodeFault('invalid', 'CONNECTION_SYSTEM_UNKNOWN', { facts: { system: row.system } });
    const { keys, rows, log, now, allowHosts, onCall } = this.parts;
    const vault = secretsVault(keys, row.id);
    const secrets = vault.open(row.secrets_sealed);
    const hidden = secretTexts(secrets);
    const limiter: Limiter = leasedBucket(rows, {
      workspaceId,
      connectionId: row.id,
      perSecond: Number(row.limit_per_second),
    });
    const client = definition.connect({
      secrets,
      settings: row.settings,
      http: createHttp({
        allowHosts,
        now,
        limiter,
        secrets: hidden,
        onCall,
        log: (event, facts) => log(event, { connectionId: row.id, ...facts }),
      }),
      now,
      renewSecrets: async (renew) => {
        const renewed = await renewUnderLease({ rows, vault, workspaceId, connectionId: row.id }, renew);
        hidden.push(...secretTexts(renewed));
        return renewed;
      },
    });
    return {
      client,
      definition,
      name: row.name,
      isTest: row.is_test,
      updatedAtMs: row.updated_at.getTime(),
      lookedAtMs: Date.now(),
    };
  }
}
