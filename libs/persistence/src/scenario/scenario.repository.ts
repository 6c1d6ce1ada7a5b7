import type { Binding, Scenario } from '@potok/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { ScenarioRow } from './scenario.entity.js';

/** A scenario as a list shows it, with its published version and its hook. */
export interface ScenarioSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly updatedAt: Date;
  readonly draftRevision: number;
  readonly isEnabled: boolean;
  readonly versionId: string | null;
  readonly versionNumber: number | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: { readonly name: string } | null;
  readonly planHash: string | null;
  readonly triggerType: string | null;
  readonly hookToken: string | null;
  readonly openRuns: number;
}

/** What a scenario draws and is bound to, as a draft and as it is published. */
export interface ScenarioDrawings {
  readonly id: string;
  readonly name: string;
  readonly draft: Scenario;
  readonly draftBinding: Binding;
  readonly published: Scenario | null;
  readonly publishedBinding: Binding | null;
}

const DRAWINGS = `
  SELECT s.id, s.name, s.draft, s.draft_binding AS "draftBinding", v.scenario AS published, bound.binding AS "publishedBinding"
    FROM scenario s
    LEFT JOIN scenario_version v ON v.id = s.published_version_id
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('slots', b.slots, 'parameters', b.parameters) AS binding
        FROM binding b WHERE b.version_id = v.id ORDER BY b.id DESC LIMIT 1
    ) bound ON true
   WHERE s.archived_at IS NULL`;
const MOST_DRAWINGS = 200;

const SUMMARY = `
  SELECT s.id, s.name, s.description, s.updated_at AS "updatedAt", s.draft_revision AS "draftRevision",
         s.is_enabled AS "isEnabled", v.id AS "versionId", v.number AS "versionNumber", v.published_at AS "publishedAt",
         v.published_by AS "publishedBy", v.plan_hash AS "planHash", p.steps->'trigger'->>'type' AS "triggerType",
         e.token AS "hookToken",
         (SELECT count(*)::int FROM run r WHERE r.scenario_id = s.id AND r.ended_at IS NULL) AS "openRuns"
    FROM scenario s
    LEFT JOIN scenario_version v ON v.id = s.published_version_id
    LEFT JOIN plan p ON p.workspace_id = s.workspace_id AND p.hash = v.plan_hash
    LEFT JOIN endpoint e ON e.scenario_id = s.id AND e.kind = 'hook'
   WHERE s.archived_at IS NULL`;

export class ScenarioRepository {
  constructor(private readonly db: EntityManager) {}

  listSummaries(): Promise<ScenarioSummary[]> {
    return this.db.query<ScenarioSummary[]>(`${SUMMARY} ORDER BY s.updated_at DESC, s.id DESC LIMIT 1000`);
  }

  async findSummary(id: string): Promise<ScenarioSummary | undefined> {
    const rows = await this.db.query<ScenarioSummary[]>(`${SUMMARY} AND s.id = $1`, [id]);
    return rows[0];
  }

  async findDrawings(id: string): Promise<ScenarioDrawings | undefined> {
    const rows = await this.db.query<ScenarioDrawings[]>(`${DRAWINGS} AND s.id = $1`, [id]);
    return rows[0];
  }

  /** Scenarios whose draft or published version is bound to one of these connections; 200 at most. */
  listDrawingsBoundTo(connectionIds: readonly string[]): Promise<ScenarioDrawings[]> {
    return this.db.query<ScenarioDrawings[]>(
      `${DRAWINGS} AND EXISTS (
         SELECT value FROM jsonb_each_text(s.draft_binding->'slots') WHERE value = ANY ($1)
         UNION ALL
         SELECT value FROM jsonb_each_text(coalesce(bound.binding->'slots', '{}')) WHERE value = ANY ($1)
       ) ORDER BY s.name, s.id LIMIT ${MOST_DRAWINGS}`,
      [connectionIds],
    );
  }

  async find(id: string): Promise<ScenarioRow | undefined> {
    return (await this.db.findOne(ScenarioRow, { where: { id, archivedAt: IsNull() } })) ?? undefined;
  }

  /** Holds the row until the transaction ends, so that publishings of one scenario go one after another. */
  async findForUpdate(id: string): Promise<ScenarioRow | undefined> {
    const row = await this.db.findOne(ScenarioRow, {
      where: { id, archivedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    return row ?? undefined;
  }

  async add(
    workspaceId: string,
    { draft, binding, by }: { draft: Scenario; binding: Binding; by: NamedActor },
  ): Promise<string> {
    const id = newId();
    const { name, description = '' } = draft;
    const saved = { draftSavedBy: by, draftSavedAt: new Date() };
    await insertRow(this.db, ScenarioRow, {
      id,
      workspaceId,
      name,
      description,
      draft,
      draftBinding: binding,
      ...saved,
    });
    return id;
  }

  /** Writes only when the draft is still at `revision`; answers the new revision, or nothing when somebody was faster. */
  async saveDraft(
    id: string,
    { revision, draft, binding, by }: { revision: number; draft: Scenario; binding: Binding; by: NamedActor },
  ): Promise<{ readonly revision: number; readonly updatedAt: Date } | undefined> {
    const { name, description = '' } = draft;
    const [rows] = await this.db.query<[{ revision: number; updatedAt: Date }[], number]>(
      `UPDATE scenario SET draft = $3, draft_binding = $4, name = $5, description = $6, draft_saved_by = $7,
              draft_saved_at = now(), draft_revision = draft_revision + 1, updated_at = now()
        WHERE id = $1 AND draft_revision = $2 AND archived_at IS NULL
        RETURNING draft_revision AS revision, updated_at AS "updatedAt"`,
      [id, revision, JSON.stringify(draft), JSON.stringify(binding), name, description, JSON.stringify(by)],
    );
    return rows[0];
  }

  /** Those that have one of these ids or of these names. */
  listNamed(of: {
    readonly ids?: readonly string[];
    readonly names?: readonly string[];
  }): Promise<{ readonly id: string; readonly name: string }[]> {
    return this.db.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM scenario
        WHERE archived_at IS NULL AND (id = ANY ($1::uuid[]) OR name = ANY ($2::text[])) ORDER BY name, id LIMIT 1000`,
      [of.ids ?? [], of.names ?? []],
    );
  }

  /** The draft's revision without the draft. */
  async findRevision(id: string): Promise<number | undefined> {
    const rows = await this.db.query<{ revision: number }[]>(
      'SELECT draft_revision AS revision FROM scenario WHERE id = $1 AND archived_at IS NULL',
      [id],
    );
    return rows[0]?.revision;
  }

  async setPublished(id: string, versionId: string): Promise<void> {
    await this.db.update(
      ScenarioRow,
      { id },
      { publishedVersionId: versionId, isEnabled: true, updatedAt: new Date() },
    );
  }

  async setEnabled(id: string, isEnabled: boolean): Promise<void> {
    await this.db.update(ScenarioRow, { id }, { isEnabled, updatedAt: new Date() });
  }

  async archive(id: string, at: Date): Promise<void> {
    await this.db.update(ScenarioRow, { id }, { archivedAt: at, isEnabled: false });
  }

  /** What is published now: the drawing and its plan's hash. */
  async findPublishedDrawing(
    id: string,
  ): Promise<{ versionId: string; scenario: Scenario; planHash: string } | undefined> {
    const rows = await this.db.query<{ versionId: string; scenario: Scenario; planHash: string }[]>(
      `SELECT v.id AS "versionId", v.scenario, v.plan_hash AS "planHash"
         FROM scenario s JOIN scenario_version v ON v.id = s.published_version_id
        WHERE s.id = $1 AND s.archived_at IS NULL`,
      [id],
    );
    return rows[0];
  }
}
