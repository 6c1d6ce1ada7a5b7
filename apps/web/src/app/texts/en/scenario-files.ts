import { pluralEn } from '../../../format/plural.js';
import type { scenarioFiles as Source } from '../ru/scenario-files.js';

const KINDS: Readonly<Record<string, string>> = {
  connection: 'connection',
  scenario: 'scenario',
  certificate: 'certificate',
  organization: 'organization with ИНН',
};

export const scenarioFiles: typeof Source = {
  menu: 'File of the scenario',
  download: 'Download the file',
  downloadBound: 'Download the file with its binding',
  downloadFault: 'The file was not downloaded',
  replace: 'Replace the draft from a file…',
  import: 'Import a file…',
  importTitle: 'Import of a scenario',
  replaceTitle: (name: string) => `Replace the draft of "${name}"`,
  about: 'A scenario that Potok saved as a file. It holds no keys and passwords: connections are chosen here.',
  replaceAbout:
    'The draft becomes as it is in the file. The published version and the runs under way stay as they are.',
  file: 'File of a scenario',
  reading: 'Reading the file',
  broken: ({ line, column, found }: { line: number; column: number; found?: string }) =>
    found === undefined
      ? `The JSON breaks off: line ${line}, column ${column}. Take the whole file.`
      : `This is no JSON: line ${line}, column ${column}, "${found}" cannot stand here.`,
  foreign: 'This is no scenario: the file is to hold a JSON object in braces.',
  tooLarge: 'The file is larger than 2 MB. No scenario takes as much: check that it is the right file.',
  name: 'Name',
  nameEmpty: 'Give the scenario a name',
  inFile: 'What the file holds',
  steps: (count: number) => `${count} ${pluralEn(count, ['step', 'steps'])}`,
  slots: (count: number) => `${count} ${pluralEn(count, ['connection', 'connections'])}`,
  parameters: (count: number) => `${count} ${pluralEn(count, ['parameter', 'parameters'])}`,
  paths: (count: number) => `${count} ${pluralEn(count, ['compensation path', 'compensation paths'])}`,
  missing: 'What is not here',
  missingOne: ({ kind, name }: { kind: string; name: string }) =>
    `There is no ${KINDS[kind] ?? kind} "${name}", or several. ${
      kind === 'connection' ? 'Choose below what takes its place.' : 'Choose it in the step after the import.'
    }`,
  findings: 'What to mend in the drawing',
  noFindings: 'The drawing has no errors',
  connect: 'What takes the place of the connections',
  values: 'Parameters',
  create: 'Create the scenario',
  replaceButton: 'Replace the draft',
  created: (name: string) => `Scenario "${name}" is created`,
  replaced: (name: string) => `The draft of "${name}" is replaced`,
};
