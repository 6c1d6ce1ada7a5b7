import type { Page, RunView } from '@potok/contracts';
import { wordsEn, wordsRu } from '@potok/contracts/words';
import { EXIT, type Command, type Given } from '../command.js';
import { numberFlag, textFlag } from '../flags.js';
import { scenarioIdOf } from '../scenarios/find-scenario.js';

const LIMIT = 50;
const PAGE = 200;

/** `potok runs`: newest first, under conditions. */
export const runs: Command = {
  name: 'runs',
  flags: {
    scenario: { type: 'string' },
    status: { type: 'string' },
    since: { type: 'string' },
    limit: { type: 'string' },
  },
  help: () => '',
  async run(given) {
    const limit = numberFlag(given, 'limit') ?? LIMIT;
    const { items, hasMore } = await listRuns(given, limit);
    if (given.flags['json'] === true) given.print(JSON.stringify({ items, hasMore }, null, 2));
    else show(given, items);
    if (hasMore && given.flags['json'] !== true) given.print(given.texts.moreRuns(limit));
    return EXIT.clear;
  },
};

const listRuns = async (given: Given, limit: number) => {
  const scenario = textFlag(given, 'scenario');
  const conditions = Object.entries({
    scenarioId: scenario === undefined ? undefined : await scenarioIdOf(given, scenario),
    status: textFlag(given, 'status'),
    from: textFlag(given, 'since'),
  }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const items: RunView[] = [];
  let next: string | undefined = '';
  while (next !== undefined && items.length < limit) {
    const size = String(Math.min(PAGE, limit - items.length));
    const query: URLSearchParams = new URLSearchParams([...conditions, ['limit', size]]);
    if (next !== '') query.set('cursor', next);
    const page: Page<RunView> = await given.api.get<Page<RunView>>(`runs?${query.toString()}`);
    items.push(...page.items);
    next = page.next;
  }
  return { items, hasMore: next !== undefined };
};

const show = ({ texts, language, print }: Given, items: readonly RunView[]): void => {
  const words = language === 'en' ? wordsEn : wordsRu;
  if (items.length === 0) print(texts.noRuns);
  for (const { id, startedAt, status, scenarioName, subject } of items) {
    const about = [subject.documentNumber, subject.counterpartyName ?? subject.counterpartyInn, subject.dealId];
    print(
      texts.runLine({
        id,
        startedAt,
        status: words.run[status],
        scenario: scenarioName,
        about: about.filter((one) => one !== undefined).join(', '),
      }),
    );
  }
};
