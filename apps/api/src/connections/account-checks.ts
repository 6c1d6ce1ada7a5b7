import { Injectable } from '@nestjs/common';
import type { Binding, Scenario } from '@potok/contracts';
import {
  ConnectionRepository,
  OrganizationRepository,
  ScenarioRepository,
  type ConnectionRow,
} from '@potok/persistence';
import { checkAccounts, checkOwnEntries, type KnownAccount, type ScenarioFinding } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import { NodeCatalogue } from '../nodes/node-catalogue.js';

/** A finding about a changed account, and the scenario that it stands in the way of. */
export interface Broken {
  readonly connectionId: string;
  readonly finding: ScenarioFinding;
  readonly scenario?: { readonly scenarioId: string; readonly name: string };
}

export interface BrokenDrawing {
  readonly finding: ScenarioFinding;
  readonly in: readonly ('draft' | 'published')[];
}

type Accounts = ReadonlyMap<string, KnownAccount>;

/** What scenarios, settings and organizations name and the last answers of their accounts do not have. */
@Injectable()
export class AccountChecks {
  constructor(private readonly nodes: NodeCatalogue) {}

  async ofDrawing(tx: EntityManager, drawing: Scenario, binding: Binding): Promise<readonly ScenarioFinding[]> {
    const accounts = await readAccounts(tx, Object.values(binding.slots));
    return this.check({ drawing, binding }, accounts);
  }

  /** Of the draft and of the published version; what stands in both is said once. */
  async ofScenario(tx: EntityManager, scenarioId: string): Promise<readonly BrokenDrawing[]> {
    const found = await new ScenarioRepository(tx).findDrawings(scenarioId);
    if (found === undefined) return [];
    const { draft, draftBinding, published, publishedBinding } = found;
    const ids = [draftBinding, publishedBinding].flatMap((binding) => Object.values(binding?.slots ?? {}));
    const accounts = await readAccounts(tx, ids);
    const inDraft = this.check({ drawing: draft, binding: draftBinding }, accounts);
    const inPublished =
      published === null || publishedBinding === null
        ? []
        : this.check({ drawing: published, binding: publishedBinding }, accounts);
    const keys = (findings: readonly ScenarioFinding[]) => new Set(findings.map(keyOf));
    const [draftKeys, publishedKeys] = [keys(inDraft), keys(inPublished)];
    return uniqueOf([...inPublished, ...inDraft]).map((finding) => ({
      finding,
      in: [
        ...(publishedKeys.has(keyOf(finding)) ? (['published'] as const) : []),
        ...(draftKeys.has(keyOf(finding)) ? (['draft'] as const) : []),
      ],
    }));
  }

  /** Of those connections whose accounts have lost something since they were first asked. */
  async ofChanged(tx: EntityManager, connections: readonly ConnectionRow[]): Promise<readonly Broken[]> {
    const changed = new Set(await new ConnectionRepository(tx).listChangedIds());
    const rows = connections.filter(({ id }) => changed.has(id));
    if (rows.length === 0) return [];
    const accounts = await readAccounts(
      tx,
      rows.map(({ id }) => id),
    );
    const own: Broken[] = [];
    for (const row of rows) own.push(...(await this.ownOf(tx, row, accounts)));
    const drawings = await new ScenarioRepository(tx).listDrawingsBoundTo([...accounts.keys()]);
    const used = drawings.flatMap(({ id, name, draft, draftBinding, published, publishedBinding }) => {
      const drawn = [
        ...(published === null || publishedBinding === null ? [] : [{ drawing: published, binding: publishedBinding }]),
        { drawing: draft, binding: draftBinding },
      ];
      const scenario = { scenarioId: id, name };
      return uniqueOf(drawn.flatMap((one) => this.check(one, accounts)))
        .filter(({ code }) => code === 'ENTRY_GONE')
        .map((finding) => ({ connectionId: String(finding.facts['accountId']), finding, scenario }));
    });
    return [...own, ...used];
  }

  private check(of: { readonly drawing: Scenario; readonly binding: Binding }, accounts: Accounts) {
    return checkAccounts({ ...of, manifest: this.nodes.registry, accounts });
  }

  private async ownOf(tx: EntityManager, row: ConnectionRow, accounts: Accounts): Promise<readonly Broken[]> {
    const account = accounts.get(row.id);
    const schema = this.nodes.findConnection(row.system)?.settings;
    if (account === undefined || schema === undefined) return [];
    const boxes = await new OrganizationRepository(tx).listNamedBoxes(row.id);
    return checkOwnEntries(account, { schema, settings: row.settings, boxes }).map((finding) => ({
      connectionId: row.id,
      finding,
    }));
  }
}

export const readAccounts = async (tx: EntityManager, ids: readonly string[]): Promise<Accounts> => {
  if (ids.length === 0) return new Map();
  const connections = new ConnectionRepository(tx);
  const snapshots = await connections.listSnapshots(ids);
  return new Map(
    (await connections.listByIds(ids)).map(({ id, name }) => [
      id,
      { id, name, snapshots: snapshots.filter(({ connectionId }) => connectionId === id) },
    ]),
  );
};

const keyOf = ({ code, node, field, facts }: ScenarioFinding): string => JSON.stringify([code, node, field, facts]);

const uniqueOf = (findings: readonly ScenarioFinding[]): readonly ScenarioFinding[] => [
  ...new Map(findings.map((finding) => [keyOf(finding), finding])).values(),
];
