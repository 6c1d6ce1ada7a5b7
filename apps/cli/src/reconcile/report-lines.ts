import type { ReconciliationDetailView, ReconciliationFindingView } from '@potok/contracts';
import type { Texts } from '../texts.js';

/** A report as text, for a terminal. */
export const linesOf = (report: ReconciliationDetailView, texts: Texts): readonly string[] => [
  texts.title(report),
  ...(report.fault === undefined ? [] : [report.fault.detail]),
  ...report.comparisons.map((line) => {
    const where = [line.connectionName, line.subject].filter((one) => one !== undefined).join(', ');
    const what = where === '' ? line.detail : `${line.detail} (${where})`;
    return line.state === 'done' ? texts.compared(what, line.compared) : `  ${what}`;
  }),
  ...(report.counts.found === 0 ? [texts.noFindings] : [texts.counts(report.counts)]),
  ...report.findings.flatMap((finding) => findingLines(finding, texts)),
];

const findingLines = (finding: ReconciliationFindingView, texts: Texts): readonly string[] => {
  const marks = [texts.state[finding.state], ...(finding.isNew ? [texts.isNew] : [])].join(', ');
  const places = [
    ...(finding.runId === undefined ? [] : [`${texts.run} ${finding.runId}`]),
    ...(finding.documentId === undefined ? [] : [`${texts.document} ${finding.documentId}`]),
  ];
  return [
    `- [${marks}] ${finding.code}: ${finding.detail}`,
    ...(places.length === 0 ? [] : [`    ${places.join(', ')}`]),
  ];
};
