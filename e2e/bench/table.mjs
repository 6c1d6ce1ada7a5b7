/** One line of the table. Without a goal it only informs. */
export const row = (what, figure, goal) =>
  goal === undefined ? { what, figure } : { what, figure, goal: goal.text, isMet: goal.isMet };

export const atLeast = (value, least, unit = '') => ({ text: `≥ ${number(least)}${unit}`, isMet: value >= least });
export const below = (value, most, unit = '') => ({ text: `< ${number(most)}${unit}`, isMet: value < most });
export const atMost = (value, most, unit = '') => ({ text: `≤ ${number(most)}${unit}`, isMet: value <= most });
export const exactly = (value, wanted) => ({ text: number(wanted), isMet: value === wanted });

const digitsOf = (value) => (Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** A number as Russian writes it, with as many digits as it deserves. */
export const number = (value) =>
  value.toLocaleString('ru-RU', { maximumFractionDigits: digitsOf(value) }).replace(/\s/g, ' ');
/** The same as English writes it: for what is pasted into docs/. */
export const englishNumber = (value) => value.toLocaleString('en-US', { maximumFractionDigits: digitsOf(value) });

const widthOf = (rows, of) => Math.max(...rows.map((one) => of(one).length));
const mark = ({ isMet }) => (isMet === undefined ? ' ' : isMet ? '✓' : '✗');

/** All measurements in one table: what, goal, figure, met or not. */
export const tableOf = (parts) => {
  const rows = parts.flatMap(({ rows }) => rows);
  const what = widthOf(rows, (one) => one.what) + 2;
  const goal = Math.max(
    widthOf(rows, (one) => one.goal ?? ''),
    'цель'.length,
  );
  const figure = widthOf(rows, (one) => one.figure);
  const line = '─'.repeat(what + goal + figure + 8);
  const head = `${'что'.padEnd(what)}  ${'цель'.padEnd(goal)}  ${'вышло'.padEnd(figure)}`;
  const body = parts.flatMap(({ title, rows: own }) => [
    title,
    ...own.map(
      (one) =>
        `  ${one.what.padEnd(what - 2)}  ${(one.goal ?? '').padEnd(goal)}  ${one.figure.padEnd(figure)}  ${mark(one)}`,
    ),
  ]);
  return [line, head, line, ...body, line].join('\n');
};

/** Rows of a Markdown table, to be pasted into docs/scale.md. */
export const markdownOf = (head, rows) => {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(3, ...all.map((cells) => cells[at].length)));
  const lineOf = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [lineOf(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(lineOf)].join('\n');
};
