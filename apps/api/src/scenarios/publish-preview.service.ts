import { Injectable } from '@nestjs/common';
import type { AnyManifest, Binding, ChangeGroupView, PublishPreviewView, Scenario } from '@potok/contracts';
import {
  AuditRepository,
  ConnectionRepository,
  VersionRepository,
  type ScenarioRow,
  type VersionSummary,
} from '@potok/persistence';
import { describeBindingDiff, describeDiff, diffScenarios, isSameMeaning, withSentence } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { AppDatabase } from '../server/app-database.js';
import { Compiler, type Checked } from './compiler.service.js';
import { getScenario } from './get-scenario.js';

/** Acts that change a draft. */
const DRAFT_ACTS = ['scenario.created', 'scenario.draft-saved', 'scenario.draft-restored', 'scenario.bound'];

/** Says what publishing would do, before it is done; writes nothing. */
@Injectable()
export class PublishPreviewService {
  private readonly kinds: ReadonlyMap<string, AnyManifest>;

  constructor(
    private readonly db: AppDatabase,
    private readonly compiler: Compiler,
    nodes: NodeCatalogue,
  ) {
    const oldFirst = [...nodes.manifest.nodes].sort((a, b) => a.version - b.version);
    this.kinds = new Map(oldFirst.map((node) => [node.id, node]));
  }

  preview(here: Here, id: string): Promise<PublishPreviewView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await getScenario(tx, id);
      const published = await findPublished(tx, row);
      const { draft: drawing, draftBinding: binding } = row;
      const checked = await this.compiler.check(tx, { scenarioId: id, drawing, binding });
      return {
        draftRevision: row.draftRevision,
        nextNumber: (published?.number ?? 0) + 1,
        ...publishedOf(published),
        findings: checked.findings.map((finding) => withSentence(finding, here.language)),
        canPublish: checked.compiled !== undefined,
        isSamePlan: published !== undefined && isSamePlan(published, row, checked),
        changes: published === undefined ? [] : await this.changes(tx, here, { row, published }),
        runs: await listRuns(tx, id),
        authors: await listAuthors(tx, here, { id, since: published?.publishedAt ?? row.createdAt }),
      };
    });
  }

  private async changes(
    tx: EntityManager,
    { language }: Here,
    { row, published }: { row: ScenarioRow; published: VersionSummary },
  ): Promise<readonly ChangeGroupView[]> {
    const drawings = diffScenarios(published.scenario, row.draft, this.kinds);
    const before = placed(published.binding ?? { slots: {}, parameters: {} }, published.scenario);
    const after = placed(row.draftBinding, row.draft);
    const bound = describeBindingDiff({
      before,
      after,
      scenario: row.draft,
      connections: await namesOf(tx, [before, after]),
      language,
    });
    return [...bound, ...describeDiff(drawings, language, this.kinds)];
  }
}

const findPublished = async (tx: EntityManager, row: ScenarioRow): Promise<VersionSummary | undefined> =>
  row.publishedVersionId === null
    ? undefined
    : new VersionRepository(tx).findOfScenario(row.id, row.publishedVersionId);

const publishedOf = (version: VersionSummary | undefined): Pick<PublishPreviewView, 'published'> => {
  if (version === undefined) return {};
  const { id: versionId, number, publishedAt } = version;
  return { published: { versionId, number, publishedAt: publishedAt.toISOString() } };
};

/** By the plan's hash; by the drawings where the draft does not compile. */
const isSamePlan = (published: VersionSummary, { draft }: ScenarioRow, { compiled }: Checked): boolean =>
  compiled === undefined ? isSameMeaning(published.scenario, draft) : compiled.hash === published.planHash;

/** What of a binding its drawing has a place for. */
const placed = ({ slots, parameters }: Binding, drawing: Scenario): Binding => ({
  slots: only(slots, drawing.slots),
  parameters: only(parameters, drawing.parameters),
});

const only = <T>(values: Readonly<Record<string, T>>, places: readonly { readonly id: string }[]): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => places.some(({ id }) => id === key)));

const namesOf = async (tx: EntityManager, bindings: readonly Binding[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(bindings.flatMap(({ slots }) => Object.values(slots)))];
  const rows = await new ConnectionRepository(tx).listByIds(ids);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const listRuns = async (tx: EntityManager, id: string): Promise<PublishPreviewView['runs']> =>
  (await new VersionRepository(tx).listOpenRuns(id)).map(({ versionId, number, openRuns }) => ({
    versionId,
    number,
    openRuns,
  }));

const listAuthors = async (
  tx: EntityManager,
  { who: me }: Here,
  { id, since }: { readonly id: string; readonly since: Date },
): Promise<PublishPreviewView['authors']> => {
  const object = { kind: 'scenario', id };
  const actors = await new AuditRepository(tx).listActors({ object, acts: DRAFT_ACTS, since });
  return actors.flatMap(({ who, at }) => {
    if (!('name' in who)) return [];
    const isYou = 'id' in me && 'id' in who && me.kind === who.kind && me.id === who.id;
    return [{ name: who.name, isYou, at: at.toISOString() }];
  });
};
