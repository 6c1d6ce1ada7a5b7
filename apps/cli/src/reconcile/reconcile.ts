import type { ReconciliationDetailView, ReconciliationFindingView, ReconciliationView } from '@potok/contracts';
import { CannotRun } from '../cannot-run.js';
import { EXIT, type Command, type ExitCode, type Given } from '../command.js';
import { minutesFlag } from '../flags.js';
import { linesOf } from './report-lines.js';

const LOOK_EVERY_MS = 500;

/** `potok reconcile`: orders a comparison, waits for its report when asked to, shows an earlier one. */
export const reconcile: Command = {
  name: 'reconcile',
  flags: { wait: { type: 'boolean' }, since: { type: 'string' }, minutes: { type: 'string' } },
  help: (texts) => texts.reconcileHelp,
  async run(given) {
    const [act, id, ...rest] = given.words;
    if (act === undefined) return order(given);
    if (act !== 'show' || rest.length > 0) throw new CannotRun(given.texts.wordsWrong(given.words.join(' ')));
    if (id === undefined) throw new CannotRun(given.texts.idMissing);
    return show(given, await read(given, id));
  },
};

const order = async (given: Given): Promise<ExitCode> => {
  const { api, flags, texts } = given;
  const minutes = minutesFlag(given);
  const { since } = flags;
  const ordered = await api.post<ReconciliationView>('reconciliations', typeof since === 'string' ? { since } : {});
  if (flags['wait'] !== true) {
    given.print(flags['json'] === true ? JSON.stringify(ordered) : texts.ordered(ordered.id));
    return EXIT.clear;
  }
  await waitFor(given, { id: ordered.id, minutes });
  return show(given, await read(given, ordered.id));
};

const waitFor = async (
  { api, texts, pause }: Given,
  { id, minutes }: { readonly id: string; readonly minutes: number },
): Promise<void> => {
  const end = Date.now() + minutes * 60_000;
  for (;;) {
    const { status } = await api.get<ReconciliationView>(`reconciliations/${id}?limit=1`);
    if (status === 'done' || status === 'failed') return;
    if (Date.now() > end) throw new CannotRun(texts.patienceOver(id, minutes));
    await pause(LOOK_EVERY_MS);
  }
};

/** The report with all its findings. */
const read = async ({ api, language }: Given, id: string): Promise<ReconciliationDetailView> => {
  const path = `reconciliations/${encodeURIComponent(id)}?limit=200&lang=${language}`;
  const findings: ReconciliationFindingView[] = [];
  let report = await api.get<ReconciliationDetailView>(path);
  findings.push(...report.findings);
  while (report.next !== undefined) {
    report = await api.get<ReconciliationDetailView>(`${path}&cursor=${encodeURIComponent(report.next)}`);
    findings.push(...report.findings);
  }
  return { ...report, findings };
};

const show = (given: Given, report: ReconciliationDetailView): ExitCode => {
  if (given.flags['json'] === true) given.print(JSON.stringify(report, null, 2));
  else for (const line of linesOf(report, given.texts)) given.print(line);
  if (report.status === 'failed') return EXIT.cannot;
  return report.counts.parked + report.counts.open > 0 ? EXIT.open : EXIT.clear;
};
