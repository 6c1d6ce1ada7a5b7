import type { Page, ScenarioView } from '@potok/contracts';
import { CannotRun } from '../cannot-run.js';
import type { Given } from '../command.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of the one scenario that the words of a command name, by id or by name. Throws CannotRun. */
export const scenarioOfWords = (given: Given): Promise<string> => {
  const { words, texts } = given;
  const [word, ...rest] = words;
  if (word === undefined) throw new CannotRun(texts.scenarioMissing);
  if (rest.length > 0) throw new CannotRun(texts.oneWord(words.join(' ')));
  return scenarioIdOf(given, word);
};

/** The id of a scenario that a person named by id or by name. Throws CannotRun when there is none or more than one. */
export const scenarioIdOf = async ({ api, texts }: Given, word: string): Promise<string> => {
  if (UUID.test(word)) return word.toLowerCase();
  const { items } = await api.get<Page<ScenarioView>>('scenarios');
  const same = (one: string, other: string) => one.normalize().toLowerCase() === other.normalize().toLowerCase();
  const exact = items.filter(({ name }) => name === word);
  const found = exact.length > 0 ? exact : items.filter(({ name }) => same(name, word));
  const [first, ...others] = found;
  if (first === undefined) throw new CannotRun(texts.scenarioUnknown(word));
  if (others.length > 0) throw new CannotRun(texts.scenarioAmbiguous(word, found.map(({ id }) => id).join(', ')));
  return first.id;
};
