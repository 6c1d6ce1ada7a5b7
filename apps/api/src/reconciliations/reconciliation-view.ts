import {
  fillSentence,
  type Comparison,
  type ReconciliationCounts,
  type ReconciliationDetailView,
  type ReconciliationFindingView,
  type ReconciliationView,
} from '@potok/contracts';
import type { ReconciliationFindingRow, ReconciliationRow } from '@potok/persistence';
import type { NodeCatalogue } from '../nodes/node-catalogue.js';
import type { Language } from '../problems/texts.js';
import { texts as en } from './texts.en.js';
import { texts as ru, type ReconciliationTexts } from './texts.ru.js';

const NOTHING_FOUND: ReconciliationCounts = { found: 0, new: 0, mended: 0, parked: 0, open: 0 };

/** Reports as people read them. */
export class ReconciliationWords {
  private readonly texts: ReconciliationTexts;

  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly language: Language,
  ) {
    this.texts = language === 'en' ? en : ru;
  }

  summary(row: ReconciliationRow, counts: ReconciliationCounts = NOTHING_FOUND): ReconciliationView {
    return {
      id: row.id,
      status: row.status,
      askedBy: row.askedBy.name,
      orderedAt: row.orderedAt.toISOString(),
      ...instants({ since: row.since, startedAt: row.startedAt, endedAt: row.endedAt }),
      counts,
    };
  }

  lines(
    row: ReconciliationRow,
    names: ReadonlyMap<string, string>,
  ): Pick<ReconciliationDetailView, 'comparisons' | 'fault'> {
    const { fault } = row;
    return {
      comparisons: row.checks.map((line) => {
        const connectionName = names.get(line.connectionId ?? '');
        return { ...line, detail: this.line(line), ...(connectionName === undefined ? {} : { connectionName }) };
      }),
      ...(fault === null
        ? {}
        : { fault: { code: fault.code, detail: fillSentence(this.texts.failedAtAll, { why: this.why(fault) }) } }),
    };
  }

  finding(row: ReconciliationFindingRow): ReconciliationFindingView {
    return {
      id: row.id,
      code: row.code,
      state: row.state,
      isNew: row.isNew,
      foundAt: row.foundAt.toISOString(),
      subject: row.subject,
      ...(row.runId === null ? {} : { runId: row.runId }),
      ...(row.documentId === null ? {} : { documentId: row.documentId }),
      facts: row.facts,
      detail: fillSentence(this.texts.gaps[row.code], row.facts),
    };
  }

  private line({ what, state, fault }: Comparison): string {
    const name = this.texts.comparisons[what];
    if (state === 'not-offered') return fillSentence(this.texts.notOffered, { what: name });
    if (state === 'failed')
      return fillSentence(this.texts.failed, { what: name, why: fault === undefined ? '' : this.why(fault) });
    return name;
  }

  private why({ code, facts }: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }): string {
    return this.catalogue.sentence(code, facts, this.language);
  }
}

const instants = (dates: Readonly<Record<'since' | 'startedAt' | 'endedAt', Date | null>>) =>
  Object.fromEntries(
    Object.entries(dates).flatMap(([name, date]) => (date === null ? [] : [[name, date.toISOString()]])),
  );
