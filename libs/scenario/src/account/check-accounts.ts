import type { Binding, JsonSchema, Manifest, Scenario } from '@potok/contracts';
import { catalogueOf, graphsOf, modelOfDrawing } from '../analysis/graph-model.js';
import { asSchema } from '../analysis/schema-path.js';
import { Findings, type ScenarioFinding } from '../finding.js';
import { parametersOf } from '../plan/steps.js';
import { boundParameters } from '../values/bound-parameters.js';
import { accountUsesOf, settingUses } from './account-uses.js';
import { entriesOf, type AccountSnapshot } from './account-snapshot.js';

/** An account as its last answers show it. */
export interface KnownAccount {
  readonly id: string;
  /** How people call the connection. */
  readonly name: string;
  readonly snapshots: readonly AccountSnapshot[];
}

interface Checked {
  readonly drawing: Scenario;
  readonly binding: Binding;
  readonly manifest: Manifest;
  /** Those that the binding names, by id. */
  readonly accounts: ReadonlyMap<string, KnownAccount>;
}

type Missing = { readonly code: 'ENTRY_GONE' | 'ENTRY_UNKNOWN'; readonly entry: string };

/** A described schema holds the account's own fields only; which names are such, it says itself. */
const isOwnName = (body: unknown, value: string): boolean => {
  const { pattern } = asSchema(asSchema(body)?.propertyNames) ?? {};
  return typeof pattern === 'string' && new RegExp(pattern).test(value);
};

const missingIn = ({ body, gone }: AccountSnapshot, value: string): Missing | undefined => {
  if (entriesOf(body).some((entry) => entry.value === value)) return undefined;
  const former = gone.find((entry) => entry.value === value);
  if (former !== undefined) return { code: 'ENTRY_GONE', entry: former.label };
  return Array.isArray(body) || isOwnName(body, value) ? { code: 'ENTRY_UNKNOWN', entry: value } : undefined;
};

const findMissing = (
  account: KnownAccount | undefined,
  { kind, value }: { readonly kind: string; readonly value: string },
): Missing | undefined => {
  const snapshot = account?.snapshots.find((one) => one.kind === kind);
  return snapshot === undefined ? undefined : missingIn(snapshot, value);
};

/**
 * Stages, boxes and own fields that a drawing names and its accounts do not have, or have no more, each with node and
 * field. What an account was never asked for is not judged. Warnings: the account may be asked again, the drawing mended.
 */
export const checkAccounts = ({ drawing, binding, manifest, accounts }: Checked): readonly ScenarioFinding[] => {
  const findings = new Findings();
  const catalogue = catalogueOf(manifest);
  const drawn = graphsOf(drawing).flatMap((graph) => [...modelOfDrawing(graph, catalogue).nodes.values()]);
  const nodes = new Map(drawn.map((node) => [node.id, node]));
  const around = { nodes, parameters: boundParameters(parametersOf(drawing), binding.parameters) };
  for (const use of drawn.filter(({ isSkipped }) => !isSkipped).flatMap((node) => accountUsesOf(node, around))) {
    const account = use.slot === undefined ? undefined : accounts.get(binding.slots[use.slot] ?? '');
    const missing = findMissing(account, use);
    if (account === undefined || missing === undefined) continue;
    const { kind, value, node, field } = use;
    const facts = {
      name: node.node.name,
      accountId: account.id,
      account: account.name,
      kind,
      value,
      entry: missing.entry,
    };
    findings.warn(missing.code, facts, { node: node.id, field });
  }
  return findings.list();
};

/** The same for an account's own settings and for the boxes that organizations have there. */
export const checkOwnEntries = (
  account: KnownAccount,
  { schema, settings, boxes }: { schema: JsonSchema; settings: unknown; boxes: readonly AccountBox[] },
): readonly ScenarioFinding[] => {
  const findings = new Findings();
  for (const { field, kind, value } of settingUses(schema, settings)) {
    const missing = findMissing(account, { kind, value });
    if (missing === undefined) continue;
    findings.warn('SETTING_GONE', { account: account.name, kind, value, entry: missing.entry }, { field });
  }
  for (const { boxId, organization } of boxes) {
    if (!isBoxGone(account, boxId)) continue;
    findings.warn('BOX_GONE', { account: account.name, value: boxId, organization });
  }
  return findings.list();
};

export interface AccountBox {
  readonly boxId: string;
  /** Whose it is. */
  readonly organization: string;
}

/** Whether the operator's last list of boxes lacks this one. */
export const isBoxGone = (account: Pick<KnownAccount, 'snapshots'>, boxId: string): boolean => {
  const boxes = account.snapshots.find(({ kind }) => kind === 'list:boxes');
  return boxes !== undefined && !entriesOf(boxes.body).some(({ value }) => value === boxId);
};
