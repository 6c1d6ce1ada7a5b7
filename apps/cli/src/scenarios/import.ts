import type { ImportedView, ScenarioDetailView } from '@potok/contracts';
import { CannotRun } from '../cannot-run.js';
import { EXIT, type Command, type ExitCode, type Given } from '../command.js';
import { textFlag } from '../flags.js';
import { readFile } from './check.js';
import { scenarioIdOf } from './find-scenario.js';

/** `potok import`: a file becomes a scenario, or the draft of one. */
export const importScenario: Command = {
  name: 'import',
  flags: { into: { type: 'string' }, name: { type: 'string' } },
  help: () => '',
  async run(given) {
    const [path, ...rest] = given.words;
    if (path === undefined) throw new CannotRun(given.texts.fileMissing);
    if (rest.length > 0) throw new CannotRun(given.texts.oneWord(given.words.join(' ')));
    const file = await readFile(given, path);
    const name = textFlag(given, 'name');
    const place = await placeOf(given);
    const order = { file, ...place, ...(name === undefined ? {} : { name }) };
    return show(given, await given.api.post<ImportedView>('scenarios/import', order));
  },
};

/** The draft that is replaced, as it is now: whoever saves between this and the import is told, and loses nothing. */
const placeOf = async (given: Given): Promise<{ scenarioId?: string; draftRevision?: number }> => {
  const into = textFlag(given, 'into');
  if (into === undefined) return {};
  const scenarioId = await scenarioIdOf(given, into);
  const { draftRevision } = await given.api.get<ScenarioDetailView>(`scenarios/${scenarioId}`);
  return { scenarioId, draftRevision };
};

const show = (given: Given, { id, name, draftRevision, missing }: ImportedView): ExitCode => {
  const { texts, print, flags } = given;
  if (flags['json'] === true) print(JSON.stringify({ id, name, draftRevision, missing }, null, 2));
  else {
    print(flags['into'] === undefined ? texts.created(name, id) : texts.replaced(name, id, draftRevision));
    for (const one of missing) print(texts.missing(one));
  }
  return missing.length === 0 ? EXIT.clear : EXIT.open;
};
