import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Clock } from '@potok/config';
import { DocumentRepository, recordAudit, RunRepository, WorkspaceRepository, type Counted } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { filterOf } from '../documents/document.dto.js';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { runFilterOf } from '../runs/run.dto.js';
import { RunWords } from '../runs/run-view.js';
import { AppDatabase } from '../server/app-database.js';
import type { Place } from '../server/page.js';
import { CLOCK } from '../server/tokens.js';
import { documentColumns } from './document-columns.js';
import type { DocumentExportQuery, Format, RunExportQuery } from './export.dto.js';
import { fileOf } from './file.js';
import { runColumns } from './run-columns.js';
import { speechOf, type Speech } from './speech.js';
import { clockOf, type Column } from './table.js';

const MAX_ROWS = 50_000;
const BATCH = 1000;

interface Source<Row> {
  readonly kind: 'documents' | 'runs';
  readonly format: Format;
  count(tx: EntityManager): Promise<Counted>;
  list(tx: EntityManager, place: Place): Promise<readonly Row[]>;
  columns(speech: Speech): readonly Column<Row>[];
}

@Injectable()
export class ExportService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  documents(here: Here, { format, ...query }: DocumentExportQuery): Promise<StreamableFile> {
    const filter = filterOf(query);
    return this.file(here, {
      kind: 'documents',
      format,
      count: (tx) => new DocumentRepository(tx).count(filter, MAX_ROWS),
      list: (tx, place) => new DocumentRepository(tx).list({ ...filter, ...place }),
      columns: documentColumns,
    });
  }

  runs(here: Here, { format, ...query }: RunExportQuery): Promise<StreamableFile> {
    const filter = runFilterOf(query);
    return this.file(here, {
      kind: 'runs',
      format,
      count: (tx) => new RunRepository(tx).count(filter, MAX_ROWS),
      list: (tx, place) => new RunRepository(tx).list({ ...filter, ...place }),
      columns: (speech) => runColumns(speech, new RunWords(this.nodes, here.language)),
    });
  }

  private async file<Row extends { readonly id: string }>(here: Here, source: Source<Row>): Promise<StreamableFile> {
    const { kind, format } = source;
    const speech = await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { total: rows, isCapped } = await source.count(tx);
      if (isCapped) throw new Refusal('invalid', 'EXPORT_TOO_LONG', { facts: { limit: MAX_ROWS } });
      const object = { kind: 'workspace', id: here.workspaceId };
      await recordAudit(tx, { ...here, act: `${kind}.exported`, object, facts: { format, rows } });
      const workspace = await new WorkspaceRepository(tx).find(here.workspaceId);
      return speechOf(here.language, workspace?.timeZone ?? 'UTC');
    });
    return fileOf(
      { name: speech.texts[kind], columns: source.columns(speech), batches: this.batches(here, source) },
      { format, day: clockOf(this.clock.now(), speech.timeZone).day },
    );
  }

  /** Each batch is a transaction of its own: a slow reader holds none open. */
  private async *batches<Row extends { readonly id: string }>(
    here: Here,
    source: Source<Row>,
  ): AsyncGenerator<readonly Row[]> {
    let before: string | undefined;
    for (let read = 0; read < MAX_ROWS; read += BATCH) {
      const place = { limit: BATCH, ...(before === undefined ? {} : { before }) };
      const rows = await this.db.inWorkspace(here.workspaceId, (tx) => source.list(tx, place));
      if (rows.length > 0) yield rows;
      before = rows.at(-1)?.id;
      if (rows.length < BATCH) return;
    }
  }
}
