import type { Reckoning } from './reconcile-counts.js';
import { FAULT_SEED } from './seeded.js';

/** One line of the table: what was done to whom, and what was counted after it. */
export interface FaultRow {
  readonly name: string;
  readonly victim: string;
  readonly moment: string;
  readonly seconds: number;
  readonly reckoning: Reckoning;
}

const HEAD = [
  'case',
  'victim',
  'moment',
  'runs',
  'lost',
  'sent twice',
  'posted twice',
  'needs a person',
  'false states',
  'orphan waits',
  'undrained',
  'seconds',
];

const cellsOf = ({ name, victim, moment, reckoning, seconds }: FaultRow): readonly string[] => [
  name,
  victim,
  moment,
  String(reckoning.runs),
  ...[
    reckoning.lost,
    reckoning.sentTwice,
    reckoning.postedTwice,
    reckoning.needsAPerson,
    reckoning.falseStates,
    reckoning.orphanWaits,
    reckoning.undrained,
  ].map((list) => String(list.length)),
  seconds.toFixed(1),
];

export const renderTable = (rows: readonly FaultRow[]): string => {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const isText = (column: number) => column < 3;
  return lines
    .map((line) =>
      line
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** On stderr: whoever runs the tests keeps stdout for their report. */
export const printTable = (title: string, rows: readonly FaultRow[]): void => {
  if (rows.length > 0) process.stderr.write(`\n${title} (FAULT_SEED=${FAULT_SEED})\n${renderTable(rows)}\n`);
};
