import type { DescribedExit, DescribedPart, DescribedStep, Phrase, ScenarioDescription } from '@potok/scenario';
import type { EditorTexts } from '../app/texts/catalogue.js';

type Words = EditorTexts['describe'];

/** Signs that Markdown would read as its own, and line ends that would end a list. */
const plain = (text: string): string => text.replace(/([\\`*_[\]<>#|])/g, '\\$1').replace(/\s*\n\s*/g, ' ');

const said = (phrase: Phrase): string =>
  phrase.map(({ text, isName }) => (isName === true ? `**${plain(text)}**` : plain(text))).join('');

const exitLine = ({ when, to }: DescribedExit, words: Words): string => {
  const lead = when === undefined ? words.next : said(when);
  return `   - ${lead}: ${to === undefined ? words.ends : words.toStep(to.number, plain(to.name))}`;
};

const stepLines = (step: DescribedStep, words: Words): readonly string[] => [
  `${step.number}. **${plain(step.name)}**${step.where === undefined ? '' : ` (${plain(step.where)})`}. ${plain(step.does)}`,
  ...(step.isReached ? [] : [`   - ${words.notReached}`]),
  ...(step.isSkipped ? [`   - ${words.skipped}`] : []),
  ...step.settings.map(({ title, value }) => `   - ${plain(title)}: ${said(value)}`),
  ...(step.waits === undefined ? [] : [`   - ${said(step.waits)}`]),
  ...(step.onFault === undefined ? [] : [`   - ${plain(step.onFault)}`]),
  ...(step.undo === undefined ? [] : [`   - ${words.undo}: ${said(step.undo.said)}`]),
  ...(step.note === undefined ? [] : [`   - ${words.note}: ${plain(step.note)}`]),
  ...step.exits.map((exit) => exitLine(exit, words)),
];

const partLines = (part: DescribedPart, words: Words): readonly string[] => [
  `### ${plain(part.title)}`,
  '',
  ...(part.about === undefined ? [] : [plain(part.about), '']),
  ...part.steps.flatMap((step) => stepLines(step, words)),
  '',
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];

export interface Sheet {
  readonly firm: string;
  /** «Версия 3 от 20.11.2026» or «Черновик». */
  readonly version: string;
  /** When it was taken, as people write it. */
  readonly date: string;
}

/** The description as a Markdown file. */
export const descriptionMarkdown = (described: ScenarioDescription, sheet: Sheet, words: Words): string =>
  [
    `# ${plain(described.title)}`,
    '',
    [sheet.firm, sheet.version, sheet.date].map(plain).join(' · '),
    '',
    ...(described.about === undefined ? [] : [plain(described.about), '']),
    ...section(words.start, described.start === undefined ? [] : [plain(described.start)]),
    ...section(
      words.slots,
      described.slots.map(({ title, connection }) => `- ${plain(title)}: ${plain(connection ?? words.notChosen)}`),
    ),
    ...section(
      words.parameters,
      described.parameters.map(({ title, value }) => `- ${plain(title)}: ${plain(value ?? words.notChosen)}`),
    ),
    `## ${words.steps}`,
    '',
    ...described.parts.flatMap((part) => partLines(part, words)),
    ...section(
      words.rules,
      described.rules.map((rule) => `- ${plain(rule)}`),
    ),
    ...section(
      words.notes,
      described.notes.map((note) => `- ${plain(note)}`),
    ),
  ].join('\n');
