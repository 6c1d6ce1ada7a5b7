import type { OutgoingDocument, OperatorEvent } from '@potok/contracts';
import type { EngineDatabase } from './engine-database.js';
import type { GapPage } from './reconcile-gaps.repository.js';

export interface BoxRow {
  readonly connection_id: string;
  readonly box_id: string;
  readonly system: string;
}
/** What we know of an operator's event: its document, whether it changed it, and where the delivery lies. */
export interface KnownEventRow {
  readonly event_key: string;
  readonly document_id: string;
  readonly number: string;
  readonly is_applied: boolean;
  readonly inbox_id: string | null;
  readonly inbox_status: string | null;
}
/** Which of our documents stands behind one that the operator lists. */
export interface OutgoingMatchRow {
  readonly message_id: string;
  readonly entity_id: string;
  readonly is_known: boolean;
  /** By our own id that it bears, or by number and date of the box's organization. */
  readonly own_id: string | null;
  readonly own_message_id: string | null;
  readonly is_by_id: boolean;
}
export interface SentRow {
  readonly id: string;
  readonly number: string;
  readonly run_id: string | null;
  readonly message_id: string;
  readonly entity_id: string;
}
export interface LooseDocumentRow {
  readonly id: string;
  readonly number: string;
  readonly run_id: string | null;
  readonly has_run: boolean;
  /** Marked as posted, though no posting was recorded. */
  readonly is_exported_unproved: boolean;
}
export interface PostingStepRow {
  readonly run_id: string;
  readonly node_id: string;
  readonly visit: string;
  readonly status: string;
  readonly key: string;
  readonly plan_hash: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly is_moving: boolean;
  readonly document_id: string;
  readonly number: string;
  readonly is_exported: boolean;
}
/** What we know of a document that the books show as ours. */
export interface BookedRow {
  readonly document_id: string;
  readonly run_id: string | null;
  /** Ids under which we have recorded a posting. */
  readonly recorded: readonly string[];
  /** Keys of the steps that post it. */
  readonly keys: readonly string[];
}

/** What of ours must agree with operators and accounting, a page at a time. */
export class ReconcileOutsideRepository {
  constructor(private readonly db: EngineDatabase) {}

  async listBoxes(workspaceId: string): Promise<BoxRow[]> {
    return this.db.query<BoxRow>(workspaceId, {
      name: 'outside-boxes',
      text: `SELECT b.connection_id, b.box_id, b.system FROM organization_box b
             JOIN organization o ON o.id = b.organization_id AND o.archived_at IS NULL
             JOIN connection c ON c.id = b.connection_id AND c.deleted_at IS NULL
             WHERE b.workspace_id = $1 ORDER BY b.id`,
      values: [workspaceId],
    });
  }

  async listAccounting(workspaceId: string): Promise<{ id: string }[]> {
    return this.db.query<{ id: string }>(workspaceId, {
      name: 'outside-accounting',
      text: `SELECT id FROM connection WHERE workspace_id = $1 AND 'accounting' = ANY (gateways) AND deleted_at IS NULL ORDER BY id`,
      values: [workspaceId],
    });
  }

  /** Only events of documents that we know. */
  async matchEvents(workspaceId: string, scope: string, events: readonly OperatorEvent[]): Promise<KnownEventRow[]> {
    return this.db.query<KnownEventRow>(workspaceId, {
      name: 'outside-events',
      text: `SELECT x.id AS event_key, d.id AS document_id, d.number, i.id AS inbox_id, i.status AS inbox_status,
               EXISTS (SELECT FROM document_event e WHERE e.document_id = d.id AND e.event_key = x.id) AS is_applied
             FROM jsonb_to_recordset($2::jsonb) AS x(id text, "boxId" text, "messageId" text, "documentEntityId" text)
             JOIN document d ON d.workspace_id = $1 AND d.box_id = x."boxId" AND d.message_id = x."messageId" AND d.entity_id = x."documentEntityId"
             LEFT JOIN inbox i ON i.workspace_id = $1 AND i.scope = $3 AND i.event_key = x.id`,
      values: [workspaceId, JSON.stringify(events), scope],
    });
  }

  async matchOutgoing(
    workspaceId: string,
    boxId: string,
    documents: readonly OutgoingDocument[],
  ): Promise<OutgoingMatchRow[]> {
    return this.db.query<OutgoingMatchRow>(workspaceId, {
      name: 'outside-outgoing',
      text: `SELECT x."messageId" AS message_id, x."entityId" AS entity_id, known.id IS NOT NULL AS is_known,
               coalesce(own.id, alike.id) AS own_id, coalesce(own.message_id, alike.message_id) AS own_message_id, own.id IS NOT NULL AS is_by_id
             FROM jsonb_to_recordset($3::jsonb) AS x("messageId" text, "entityId" text, "documentId" text, number text, date date)
             LEFT JOIN document known ON known.workspace_id = $1 AND known.box_id = $2 AND known.message_id = x."messageId" AND known.entity_id = x."entityId"
             LEFT JOIN document own ON own.workspace_id = $1 AND own.id::text = x."documentId"
             LEFT JOIN LATERAL (
               SELECT d.id, d.message_id FROM document d JOIN organization_box b ON b.organization_id = d.organization_id AND b.box_id = $2
               WHERE d.workspace_id = $1 AND d.number = x.number AND d.date = x.date AND d.discarded_at IS NULL AND x."documentId" IS NULL LIMIT 1
             ) alike ON true`,
      values: [workspaceId, boxId, JSON.stringify(documents)],
    });
  }

  /** Documents that we believe sent from a box, told of since. */
  async listSent(workspaceId: string, boxId: string, page: GapPage & { readonly since: Date }): Promise<SentRow[]> {
    return this.db.query<SentRow>(workspaceId, {
      name: 'outside-sent',
      text: `SELECT id, number, run_id, message_id, entity_id FROM document
             WHERE workspace_id = $1 AND box_id = $5 AND message_id IS NOT NULL AND id > $2 AND updated_at < $3 AND updated_at >= $6
             ORDER BY id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit, boxId, page.since],
    });
  }

  /** Documents made since, with what ties them to a run and to the books. */
  async listDocuments(workspaceId: string, page: GapPage): Promise<LooseDocumentRow[]> {
    return this.db.query<LooseDocumentRow>(workspaceId, {
      name: 'outside-documents',
      text: `SELECT d.id, d.number, d.run_id, r.id IS NOT NULL AS has_run,
               d.exported_at IS NOT NULL AND NOT EXISTS (SELECT FROM document_event e WHERE e.document_id = d.id AND e.kind = 'exported') AS is_exported_unproved
             FROM document d LEFT JOIN run r ON r.id = d.run_id
             WHERE d.workspace_id = $1 AND d.id > $2 AND d.updated_at < $3 AND d.discarded_at IS NULL ORDER BY d.id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit],
    });
  }

  /** Ids of live runs that have moved since. */
  async listRuns(workspaceId: string, page: GapPage & { readonly since: Date }): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(workspaceId, {
      name: 'outside-runs',
      text: `SELECT id FROM run WHERE workspace_id = $1 AND id > $2 AND updated_at < $3 AND updated_at >= $5 AND mode = 'live' ORDER BY id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit, page.since],
    });
    return rows.map((row) => row.id);
  }

  /** Steps of these runs that could have posted a document; whether they do is for the plan to say. */
  async listPostingSteps(workspaceId: string, runIds: readonly string[]): Promise<PostingStepRow[]> {
    return this.db.query<PostingStepRow>(workspaceId, {
      name: 'outside-posting-steps',
      text: `SELECT s.run_id, s.node_id, s.visit, s.status, s.key, r.plan_hash, b.slots, d.id AS document_id, d.number,
               r.ended_at IS NULL AND r.status <> 'needs-a-person' AS is_moving, d.exported_at IS NOT NULL AS is_exported
             FROM step s JOIN run r ON r.id = s.run_id JOIN binding b ON b.id = r.binding_id
             JOIN document d ON d.workspace_id = $1 AND d.id::text = s.input ->> 'documentId'
             WHERE s.run_id = ANY ($2::uuid[]) AND s.effect = 'undoable'`,
      values: [workspaceId, runIds],
    });
  }

  async matchBooked(workspaceId: string, documentIds: readonly string[]): Promise<BookedRow[]> {
    return this.db.query<BookedRow>(workspaceId, {
      name: 'outside-booked',
      text: `SELECT d.id AS document_id, d.run_id,
               coalesce((SELECT jsonb_agg(e.facts ->> 'id') FROM document_event e WHERE e.document_id = d.id AND e.kind = 'exported'), '[]') AS recorded,
               coalesce((SELECT jsonb_agg(s.key) FROM step s JOIN run r ON r.id = s.run_id
                         WHERE r.workspace_id = $1 AND (r.id = d.run_id OR r.of_run_id = d.run_id OR r.origin_run_id = d.run_id)
                           AND s.effect = 'undoable' AND s.input ->> 'documentId' = d.id::text), '[]') AS keys
             FROM document d WHERE d.workspace_id = $1 AND d.id::text = ANY ($2::text[])`,
      values: [workspaceId, documentIds],
    });
  }
}
