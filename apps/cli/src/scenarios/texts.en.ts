import type { ScenarioTexts } from './texts.ru.js';

export const scenarioTexts: ScenarioTexts = {
  scenarioHelp:
    '  export ID|NAME [--version N] [--out FILE] [--with-binding]   save a scenario as a file\n' +
    '  import FILE [--into ID|NAME] [--name NAME]        make a scenario of a file, or replace a draft\n' +
    '  check FILE… [--into ID|NAME] [--manifest FILE]    check files; with --manifest without asking Potok\n' +
    '  check ID|NAME                                     check a draft\n' +
    '  manifest [--out FILE]                             save what nodes there are, for check --manifest\n' +
    '  publish ID|NAME [--if-changed]                    publish the draft\n' +
    '  versions ID|NAME                                  show the versions',
  scenarioMissing: 'Say which scenario: its id or its name.',
  scenarioUnknown: (word) =>
    `There is no scenario "${word}". Check the name, or take the id from the address of its page.`,
  scenarioAmbiguous: (word, ids) => `Several scenarios are called "${word}": ${ids}. Give the id.`,
  oneWord: (words) => `Give one of them and not "${words}". Put a name with blanks into quotes.`,
  numberWrong: (flag, text) => `--${flag}: a whole number from 1 is needed, not "${text}".`,
  fileMissing: 'Say which file of a scenario.',
  fileUnreadable: (path) => `The file ${path} cannot be read. Check path and rights.`,
  fileUnwritable: (path) => `The file ${path} cannot be written. Check path and rights.`,
  jsonBroken: (path, { line, column, found }) =>
    found === undefined
      ? `${path}: the JSON breaks off, line ${line}, column ${column}. Take the whole file.`
      : `${path}: this is no JSON, line ${line}, column ${column}: "${found}" cannot stand here.`,
  fileWrong: (path) => `${path}: the file is to hold a JSON object in braces.`,
  manifestWrong: (path) => `${path} does not describe nodes. Save it: potok manifest --out ${path}`,
  exported: (name, path) => `Scenario "${name}" is saved: ${path}`,
  created: (name, id) => `Scenario "${name}" is made: ${id}`,
  replaced: (name, id, revision) => `The draft of scenario "${name}" is replaced: ${id}, revision ${revision}`,
  missing: ({ kind, name, slot, system }) =>
    `- there is no ${kind} "${name}"${system === undefined ? '' : ` (${system})`}, or several: choose one${
      slot === undefined ? ' in the scenario' : ` for slot ${slot}`
    }`,
  checkedClear: (what) => `${what}: no errors`,
  checked: (what, errors, warnings) => `${what}: errors ${errors}, warnings ${warnings}`,
  error: 'error',
  warning: 'warning',
  atNode: (name, id) => `"${name}" (${id})`,
  callsNotLooked: 'Called scenarios are not looked at without asking Potok.',
  notPublished: (name, errors) => `Scenario "${name}" is not published: errors ${errors}`,
  published: (name, number) => `Scenario "${name}" is published, version ${number}`,
  unchanged: (name, number) => `Scenario "${name}" has not changed since version ${number}`,
  version: ({ number, publishedAt, by, planHash }) =>
    `${String(number).padStart(4)}  ${publishedAt.slice(0, 16).replace('T', ' ')} UTC  ${planHash.slice(0, 12)}  ${by}`,
  noVersions: 'No versions: the scenario has not been published yet.',
};
