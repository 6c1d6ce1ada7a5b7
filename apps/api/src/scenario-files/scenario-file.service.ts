import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FileCheckView, ImportedView, Scenario } from '@potok/contracts';
import {
  BindingRepository,
  ConnectionRepository,
  recordAudit,
  ScenarioRepository,
  tellLive,
  VersionRepository,
} from '@potok/persistence';
import { formatScenario, listChosenIds, mapChosenTexts, withSentence, type FileBinding } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { asDownload } from '../server/download.js';
import { Compiler } from '../scenarios/compiler.service.js';
import { draftChanged } from '../scenarios/draft.service.js';
import { refuseLocked } from '../scenarios/presence.service.js';
import { getScenario } from '../scenarios/get-scenario.js';
import { ScenarioService } from '../scenarios/scenario.service.js';
import { namesOfIds } from './known-names.js';
import { readFile, type FileHere } from './read-file.js';

interface FileOrder {
  readonly file: unknown;
  readonly binding?: unknown;
  readonly scenarioId?: string;
}
interface ImportOrder extends FileOrder {
  readonly name?: string;
  readonly draftRevision?: number;
}

/** A drawing that is no scenario yet calls itself by nothing that is there. */
const NO_SCENARIO = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ScenarioFileService {
  constructor(
    private readonly db: AppDatabase,
    private readonly compiler: Compiler,
    private readonly scenarios: ScenarioService,
  ) {}

  /** The draft, or a published version, as a file that names nothing by an id of this installation and holds no secret. */
  export(
    here: Here,
    id: string,
    { version, binding }: { readonly version?: number; readonly binding?: boolean },
  ): Promise<StreamableFile> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const drawn = await (version === undefined ? getDraft(tx, id) : getVersion(tx, id, version));
      const file = {
        ...drawn.scenario,
        ...(binding === true ? { binding: await fileBinding(tx, drawn.binding) } : {}),
      };
      const names = await namesOfIds(tx, listChosenIds(file));
      const text = formatScenario(mapChosenTexts(file, (value) => names.get(value.toLowerCase()) ?? value));
      return asDownload({
        fileName: `${drawn.scenario.name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').trim()}.scenario.json`,
        mediaType: 'application/json; charset=utf-8',
        content: Buffer.from(text, 'utf8'),
      });
    });
  }

  /** What a file would be here, and what stands against it. Nothing is written. */
  check(here: Here, order: FileOrder): Promise<FileCheckView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const read = await readFile(tx, here, order);
      const { scenario, missing, hasBinding } = read;
      const binding = await this.bindingOf(tx, order, read);
      const judged = hasBinding || order.scenarioId !== undefined ? binding : undefined;
      const scenarioId = order.scenarioId ?? NO_SCENARIO;
      const { findings, compiled } = await this.compiler.check(tx, { scenarioId, drawing: scenario, binding: judged });
      return {
        scenario,
        binding,
        missing,
        findings: findings.map((finding) => withSentence(finding, here.language)),
        ...(compiled === undefined ? {} : { hash: compiled.hash }),
      };
    });
  }

  /** Makes a scenario of a file, or puts it in the place of a draft that nobody has changed since it was seen. */
  async import(here: Here, order: ImportOrder): Promise<ImportedView> {
    const { id, missing } = await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const read = await readFile(tx, here, order);
      const name = order.name ?? (await nameOf(tx, order.scenarioId)) ?? read.scenario.name;
      const draft: Scenario = { ...read.scenario, name };
      const binding = await this.bindingOf(tx, order, read);
      const made =
        order.scenarioId === undefined
          ? await new ScenarioRepository(tx).add(here.workspaceId, { draft, binding, by: here.who })
          : await replaceDraft(tx, here, { ...order, id: order.scenarioId, draft, binding });
      const facts = { name, into: order.scenarioId === undefined ? 'new' : 'draft' };
      await recordAudit(tx, { ...here, act: 'scenario.imported', object: { kind: 'scenario', id: made }, facts });
      await tellLive(tx, { workspaceId: here.workspaceId, kind: 'scenario', id: made });
      return { id: made, missing: read.missing };
    });
    return { ...(await this.scenarios.get(here, id)), missing };
  }

  /** A draft keeps what fills it; what the file brings, or the caller chose, stands before that. */
  private async bindingOf(
    tx: EntityManager,
    { scenarioId }: FileOrder,
    { binding }: FileHere,
  ): Promise<FileHere['binding']> {
    if (scenarioId === undefined) return binding;
    const { draftBinding } = await getScenario(tx, scenarioId);
    return {
      slots: { ...draftBinding.slots, ...binding.slots },
      parameters: { ...draftBinding.parameters, ...binding.parameters },
    };
  }
}

/** A draft keeps its name: it may be called otherwise here than in the file, and be found by that. */
const nameOf = async (tx: EntityManager, scenarioId: string | undefined): Promise<string | undefined> =>
  scenarioId === undefined ? undefined : (await getScenario(tx, scenarioId)).name;

interface Drawn {
  readonly scenario: Scenario;
  readonly binding: FileHere['binding'];
}

const getDraft = async (tx: EntityManager, id: string): Promise<Drawn> => {
  const { draft, draftBinding } = await getScenario(tx, id);
  return { scenario: draft, binding: draftBinding };
};

const getVersion = async (tx: EntityManager, id: string, number: number): Promise<Drawn> => {
  await getScenario(tx, id);
  const version = await new VersionRepository(tx).findByNumber(id, number);
  if (version === undefined) throw new Refusal('not-found', 'VERSION_NOT_FOUND', { facts: { id: number } });
  const { slots, parameters } = (await new BindingRepository(tx).findLatest(version.id)) ?? {
    slots: {},
    parameters: {},
  };
  return { scenario: version.scenario, binding: { slots, parameters } };
};

const fileBinding = async (tx: EntityManager, { slots, parameters }: Drawn['binding']): Promise<FileBinding> => {
  const rows = await new ConnectionRepository(tx).listByIds(Object.values(slots));
  const named = Object.entries(slots).flatMap(([slot, id]) => {
    const row = rows.find((one) => one.id === id);
    return row === undefined ? [] : [[slot, { name: row.name, system: row.system }] as const];
  });
  return { slots: Object.fromEntries(named), parameters };
};

const replaceDraft = async (tx: EntityManager, here: Here, of: Replacement): Promise<string> => {
  const { id, draft, binding, draftRevision } = of;
  const row = await getScenario(tx, id);
  if (draftRevision === undefined) throw new Refusal('invalid', 'IMPORT_REVISION_MISSING', { field: '/draftRevision' });
  await refuseLocked(tx, here, { scenarioId: id });
  const change = { revision: draftRevision, draft, binding, by: here.who };
  const saved = await new ScenarioRepository(tx).saveDraft(id, change);
  if (saved === undefined) throw draftChanged(await getScenario(tx, row.id), draftRevision);
  return id;
};

interface Replacement {
  readonly id: string;
  readonly draft: Scenario;
  readonly binding: FileHere['binding'];
  readonly draftRevision?: number;
}
