import { openDatabase } from '../database.js';
import { EngineDatabase } from '../engine/engine-database.js';
import { newId } from '../new-id.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { makeTestDatabase } from './test-database.js';

/** A database with as many workspaces as are asked for, each with one document of ООО «Ромашка» for ООО «Василёк». */
export const openDocumentWorld = async () => {
  const database = await makeTestDatabase();
  const owner = await openDatabase(database.ownerUrl, { poolSize: 1 });
  const engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
  const addDocument = async () => {
    const workspaceId = await new WorkspaceRepository(owner.manager).add({ name: 'Ромашка' });
    const [organizationId, counterpartyId, documentId] = [newId(), newId(), newId()];
    await owner.query(
      `INSERT INTO organization (id, workspace_id, kind, name, inn, tax_regime) VALUES ($1, $2, 'legal', 'Ромашка', '7736207543', 'general')`,
      [organizationId, workspaceId],
    );
    await owner.query(
      `INSERT INTO counterparty (id, workspace_id, inn, name) VALUES ($1, $2, '7701234567', 'Василёк')`,
      [counterpartyId, workspaceId],
    );
    await owner.query(
      `INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content)
       VALUES ($1, $2, $3, $4, 'upd', 'СЧФДОП', '1', '2026-11-24', 'k', 1, 0, '{}')`,
      [documentId, workspaceId, organizationId, counterpartyId],
    );
    return { workspaceId, documentId };
  };
  return {
    owner,
    engine,
    addDocument,
    close: async () => {
      await engine.close();
      await owner.destroy();
      await database.drop();
    },
  };
};
export type DocumentWorld = Awaited<ReturnType<typeof openDocumentWorld>>;
