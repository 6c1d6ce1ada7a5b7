import type { CheckView, ScenarioDetailView } from '@potok/contracts';
import { EXIT, type Command, type ExitCode, type Given } from '../command.js';
import { scenarioOfWords } from './find-scenario.js';
import { judgedLines, judgedOf } from './judged.js';

/** `potok publish`: the draft becomes the next version, unless errors stand against it or nothing that runs has changed. */
export const publish: Command = {
  name: 'publish',
  flags: { 'if-changed': { type: 'boolean' } },
  help: () => '',
  async run(given) {
    const id = await scenarioOfWords(given);
    const seen = await given.api.get<ScenarioDetailView>(`scenarios/${id}`);
    const { findings, hash } = await given.api.post<CheckView>(`scenarios/${id}/check`, {});
    if (hash === undefined) return refuse(given, seen, findings);
    const isSame = seen.published?.planHash === hash;
    if (given.flags['if-changed'] === true && isSame) return show(given, seen, { isChanged: false });
    const { draftRevision } = seen;
    const done = await given.api.post<ScenarioDetailView>(`scenarios/${id}/publish`, { draftRevision });
    return show(given, done, { isChanged: true });
  },
};

const refuse = (given: Given, { id, name, draft }: ScenarioDetailView, findings: CheckView['findings']): ExitCode => {
  const judged = judgedOf(id, findings, { scenario: draft });
  if (given.flags['json'] === true) {
    given.print(JSON.stringify({ id, name, published: false, findings: judged.findings }, null, 2));
    return EXIT.open;
  }
  given.print(given.texts.notPublished(name, judged.errors));
  for (const line of judgedLines(judged, given).slice(1)) given.print(line);
  return EXIT.open;
};

const show = (
  { flags, texts, print }: Given,
  { id, name, published }: ScenarioDetailView,
  { isChanged }: { readonly isChanged: boolean },
): ExitCode => {
  const number = published?.number ?? 0;
  if (flags['json'] === true)
    print(JSON.stringify({ id, name, published: isChanged, number, planHash: published?.planHash }, null, 2));
  else print(isChanged ? texts.published(name, number) : texts.unchanged(name, number));
  return EXIT.clear;
};
