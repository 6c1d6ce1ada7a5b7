import { Inject, Injectable } from '@nestjs/common';
import { sealSecret, type ApiConfig, type Clock } from '@potok/config';
import type {
  ConnectionFieldsView,
  ConnectionListView,
  ConnectionManifest,
  ConnectionView,
  JsonSchema,
  RequestView,
} from '@potok/contracts';
import {
  ConnectionRepository,
  newId,
  OrganizationRepository,
  recordAudit,
  type ConnectionRow,
  type ConnectionSnapshotRow,
} from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { checkJson } from '../nodes/check-json.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { RequestService } from '../requests/request.service.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK, CONFIG } from '../server/tokens.js';
import type { ChangeConnectionDto, CreateConnectionDto } from './connection.dto.js';
import { AccountChecks } from './account-checks.js';
import { asConnectionView } from './connection-view.js';

/** Stages and boxes change seldom; a button asks anew. */
const LIST_FRESH_MS = 10 * 60_000;

/** Accounts of a workspace. This process seals secrets and cannot show them; the worker alone opens them. */
@Injectable()
export class ConnectionService {
  @Inject(CONFIG) private readonly config!: ApiConfig;
  @Inject(CLOCK) private readonly clock!: Clock;
  @Inject() private readonly accounts!: AccountChecks;

  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
    private readonly requests: RequestService,
  ) {}

  list(here: Here): Promise<ConnectionView[]> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const connections = new ConnectionRepository(tx);
      const uses = await connections.listUses();
      const rows = await connections.list();
      const broken = await this.accounts.ofChanged(tx, rows);
      const words = { nodes: this.nodes, language: here.language, uses, broken };
      return rows.map((row) => asConnectionView(row, words));
    });
  }

  get(here: Here, id: string): Promise<ConnectionView> {
    return this.db.inWorkspace(here.workspaceId, (tx) => this.viewOf(tx, here, id));
  }

  create(here: Here, order: CreateConnectionDto): Promise<ConnectionView> {
    const system = this.systemOf(order.system);
    refuseMisfit(system.settings, order.settings, 'settings');
    refuseMisfit(system.secrets, order.secrets, 'secrets');
    const id = newId();
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await new ConnectionRepository(tx).add({
        id,
        workspaceId: here.workspaceId,
        name: order.name,
        system: system.id,
        gateways: [...system.implements],
        settings: order.settings,
        secretsSealed: this.seal(id, order.secrets),
        limitPerSecond: String(order.limitPerSecond ?? system.limitPerSecond),
        isTest: order.isTest ?? false,
      });
      const facts = { name: order.name, system: system.id, isTest: order.isTest ?? false };
      await recordAudit(tx, { ...here, act: 'connection.created', object: { kind: 'connection', id }, facts });
      return this.viewOf(tx, here, id);
    });
  }

  change(here: Here, id: string, order: ChangeConnectionDto): Promise<ConnectionView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const system = this.systemOf((await getConnection(tx, id)).system);
      if (order.settings !== undefined) refuseMisfit(system.settings, order.settings, 'settings');
      if (order.secrets !== undefined) refuseMisfit(system.secrets, order.secrets, 'secrets');
      await new ConnectionRepository(tx).change(id, {
        ...(order.name === undefined ? {} : { name: order.name }),
        ...(order.settings === undefined ? {} : { settings: order.settings }),
        ...(order.secrets === undefined ? {} : { secretsSealed: this.seal(id, order.secrets) }),
        ...(order.limitPerSecond === undefined ? {} : { limitPerSecond: String(order.limitPerSecond) }),
        ...(order.isTest === undefined ? {} : { isTest: order.isTest }),
      });
      const facts = { name: order.name, hasNewSecrets: order.secrets !== undefined, isTest: order.isTest };
      await recordAudit(tx, { ...here, act: 'connection.changed', object: { kind: 'connection', id }, facts });
      return this.viewOf(tx, here, id);
    });
  }

  async remove(here: Here, id: string): Promise<void> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { name } = await getConnection(tx, id);
      const uses = (await new ConnectionRepository(tx).listUses()).filter(({ connectionId }) => connectionId === id);
      if (uses.length > 0) {
        throw new Refusal('conflict', 'CONNECTION_IN_USE', { facts: { name, scenarios: uses.map((use) => use.name) } });
      }
      const boxes = await new OrganizationRepository(tx).listBoxesOfConnection(id);
      if (boxes.length > 0) {
        throw new Refusal('conflict', 'CONNECTION_HAS_BOXES', {
          facts: { name, boxes: boxes.map((box) => box.boxId) },
        });
      }
      await new ConnectionRepository(tx).remove(id, this.clock.now());
      await recordAudit(tx, {
        ...here,
        act: 'connection.removed',
        object: { kind: 'connection', id },
        facts: { name },
      });
    });
  }

  /** The worker tries the account and notes the outcome. */
  async check(here: Here, id: string): Promise<RequestView> {
    await this.get(here, id);
    return this.requests.ask(here, 'check-connection', { connectionId: id });
  }

  /** From the snapshot, unless there is none, it is old, or a fresh one is asked for. */
  async readList(
    here: Here,
    id: string,
    { list, isFresh }: { list: string; isFresh: boolean },
  ): Promise<ConnectionListView> {
    const kind = `list:${list}`;
    const ask = () => this.requests.ask(here, 'connection-list', { connectionId: id, list });
    const taken = await this.readTaken(here, id, { kind, isFresh, ask });
    if (taken === undefined) throw new Refusal('unavailable', 'WORKER_SLOW');
    return { items: taken.body as unknown[], takenAt: taken.takenAt.toISOString() };
  }

  /** The account's own fields of a thing, kept and asked anew as lists are. */
  async readFields(
    here: Here,
    id: string,
    { of, isFresh }: { of: string; isFresh: boolean },
  ): Promise<ConnectionFieldsView> {
    const ask = () => this.requests.ask(here, 'describe-connection', { connectionId: id });
    const taken = await this.readTaken(here, id, { kind: `describe:${of}`, isFresh, ask });
    if (taken === undefined) throw new Refusal('not-found', 'CONNECTION_FIELDS_ABSENT', { facts: { of } });
    return { schema: taken.body as JsonSchema, takenAt: taken.takenAt.toISOString() };
  }

  /** `undefined`: the account has answered, and not with this. */
  private async readTaken(
    here: Here,
    id: string,
    { kind, isFresh, ask }: { kind: string; isFresh: boolean; ask: () => Promise<RequestView> },
  ): Promise<ConnectionSnapshotRow | undefined> {
    await this.get(here, id);
    const known = isFresh ? undefined : await this.findTaken(here, id, kind);
    if (known !== undefined) return known;
    const { status } = await ask();
    if (status !== 'done') throw new Refusal('unavailable', 'WORKER_SLOW');
    return this.findTaken(here, id, kind);
  }

  /** The account's own fields, asked anew. */
  async describe(here: Here, id: string): Promise<RequestView> {
    await this.get(here, id);
    return this.requests.ask(here, 'describe-connection', { connectionId: id });
  }

  /** Its lists and own fields asked anew; what is gone and still used is then said of the connection and its scenarios. */
  async refresh(here: Here, id: string): Promise<RequestView> {
    await this.get(here, id);
    return this.requests.ask(here, 'refresh-connection', { connectionId: id });
  }

  private findTaken(here: Here, id: string, kind: string): Promise<ConnectionSnapshotRow | undefined> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await new ConnectionRepository(tx).findSnapshot(id, kind);
      const isFresh = row !== undefined && this.clock.now().getTime() - row.takenAt.getTime() < LIST_FRESH_MS;
      return isFresh ? row : undefined;
    });
  }

  private async viewOf(tx: EntityManager, here: Here, id: string): Promise<ConnectionView> {
    const row = await getConnection(tx, id);
    const uses = await new ConnectionRepository(tx).listUses();
    const broken = await this.accounts.ofChanged(tx, [row]);
    return asConnectionView(row, { nodes: this.nodes, language: here.language, uses, broken });
  }

  private systemOf(system: string): ConnectionManifest {
    const found = this.nodes.findConnection(system);
    if (found !== undefined) return found;
    const known = this.nodes.manifest.connections?.map(({ id }) => id) ?? [];
    throw new Refusal('invalid', 'SYSTEM_UNKNOWN', { field: '/system', facts: { system, known } });
  }

  private seal(id: string, secrets: Record<string, unknown>): Buffer {
    const bytes = Buffer.from(JSON.stringify(secrets), 'utf8');
    return Buffer.from(sealSecret(bytes, this.config.masterKeys, `connection:${id}`));
  }
}

export const getConnection = async (tx: EntityManager, id: string): Promise<ConnectionRow> => {
  const row = await new ConnectionRepository(tx).find(id);
  if (row === undefined) throw new Refusal('not-found', 'CONNECTION_ABSENT', { facts: { id } });
  return row;
};

const refuseMisfit = (schema: JsonSchema, value: unknown, part: 'settings' | 'secrets'): void => {
  const errors = checkJson(schema, value).map(({ field, rule }) => ({
    field: `/${part}${field}`,
    code: 'RUN_DATA_FIELD' as const,
    facts: { field: field === '' ? part : field.slice(1), rule },
  }));
  const [first] = errors;
  if (first !== undefined) throw new Refusal('invalid', 'BODY_INVALID', { errors, field: first.field });
};
