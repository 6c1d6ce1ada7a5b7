import { createHash } from 'node:crypto';
import { asFault, NodeFault } from '@potok/contracts';
import { goneAfter } from '@potok/scenario';
import type { ConnectionReader, CursorRepository, OrganizationReader, RequestRow } from '@potok/persistence/engine';
import type { OpenConnections } from '../connections/open-connections.js';
import { newId } from '../services/new-id.js';
import type { RequestHandler } from './requests-duty.js';

export interface ConnectionRequestParts {
  readonly connections: OpenConnections;
  readonly rows: ConnectionReader;
  readonly cursors: CursorRepository;
  readonly organizations: OrganizationReader;
}

const DEADLINE_MS = 20_000;

/** «Проверить»: tries the account, notes the outcome, and opens the pollers of the boxes that own organizations have there. */
export const checkConnectionHandler =
  (parts: ConnectionRequestParts): RequestHandler =>
  async (workspaceId, request) => {
    const connectionId = textOf(request, 'connectionId');
    try {
      const { client, definition } = await parts.connections.openWithDefinition(workspaceId, connectionId);
      await definition.check(client, AbortSignal.timeout(DEADLINE_MS));
      await parts.rows.recordCheck(workspaceId, connectionId, undefined);
      await openBoxes(parts, workspaceId, connectionId);
      return { status: 'works' };
    } catch (error) {
      const { kind, code, facts } = asFault(error);
      await parts.rows.recordCheck(workspaceId, connectionId, { kind, code, facts });
      throw error;
    }
  };

const openBoxes = async (parts: ConnectionRequestParts, workspaceId: string, connectionId: string): Promise<void> => {
  const organizations = await parts.organizations.list(workspaceId);
  const boxes = organizations.flatMap((one) => one.boxes).filter((box) => box.connectionId === connectionId);
  await parts.cursors.openBoxes(
    workspaceId,
    connectionId,
    boxes.map(({ boxId }) => ({ id: newId(), boxId })),
  );
};

/** A choice for a form: stages, boxes, warehouses. The answer is kept as a snapshot too. */
export const listHandler =
  (parts: ConnectionRequestParts): RequestHandler =>
  async (workspaceId, request) => {
    const connectionId = textOf(request, 'connectionId');
    const name = textOf(request, 'list');
    const { client, definition } = await parts.connections.openWithDefinition(workspaceId, connectionId);
    const list = definition.lists[name];
    if (list === undefined)
      throw new NodeFault('invalid', 'LIST_UNKNOWN', { facts: { list: name, known: Object.keys(definition.lists) } });
    const items = await list(client, AbortSignal.timeout(DEADLINE_MS));
    await keepSnapshot(parts, workspaceId, { connectionId, kind: `list:${name}`, body: items });
    return { items };
  };

/** The account's own fields, as JSON Schemas. */
export const describeHandler =
  (parts: ConnectionRequestParts): RequestHandler =>
  async (workspaceId, request) => {
    const connectionId = textOf(request, 'connectionId');
    const { client, definition } = await parts.connections.openWithDefinition(workspaceId, connectionId);
    const schemas = (await definition.describe?.(client, AbortSignal.timeout(DEADLINE_MS))) ?? {};
    for (const [kind, body] of Object.entries(schemas))
      await keepSnapshot(parts, workspaceId, { connectionId, kind: `describe:${kind}`, body });
    return { schemas };
  };

/** «Обновить справочники»: every list and the own fields, asked anew; what is gone is marked. */
export const refreshHandler =
  (parts: ConnectionRequestParts): RequestHandler =>
  async (workspaceId, request) => {
    const connectionId = textOf(request, 'connectionId');
    const { client, definition } = await parts.connections.openWithDefinition(workspaceId, connectionId);
    for (const [name, list] of Object.entries(definition.lists)) {
      const body = await list(client, AbortSignal.timeout(DEADLINE_MS));
      await keepSnapshot(parts, workspaceId, { connectionId, kind: `list:${name}`, body });
    }
    return describeHandler(parts)(workspaceId, request);
  };

const keepSnapshot = (
  { rows }: ConnectionRequestParts,
  workspaceId: string,
  taken: { readonly connectionId: string; readonly kind: string; readonly body: unknown },
): Promise<void> =>
  rows.saveSnapshot(workspaceId, { ...taken, hash: hashOf(taken.body) }, (before) => goneAfter(before, taken.body));

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const textOf = (request: RequestRow, field: string): string => {
  const value = request.body[field];
  if (typeof value !== 'string') throw new NodeFault('broken', 'REQUEST_MALFORMED', { facts: { field } });
  return value;
};
