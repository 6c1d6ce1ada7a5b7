import type { DocumentView, Page, RunView, ScenarioView } from '@potok/contracts';
import { type Icon, IconFileText, IconPlayerPlay, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { subjectOf } from '../runs/subject.js';
import { type ApiClient, withQuery } from './api-client.js';
import { places } from './places.js';
import type { Texts } from './texts/catalogue.js';
import { useTexts } from './texts/use-texts.js';
import { useApi } from './use-api.js';
import { useWorkspace } from './use-workspace.js';

export interface Found {
  readonly key: string;
  readonly icon: Icon;
  readonly title: string;
  readonly about: string;
  readonly href: string;
}

interface Answers {
  readonly documents: readonly DocumentView[];
  readonly runs: readonly RunView[];
  readonly scenarios: readonly ScenarioView[];
}

const EACH = 5;

const ask = async (api: ApiClient, ws: string, search: string): Promise<Answers> => {
  const list = async <T>(kind: string, query: Record<string, string | number>) =>
    (await api.get<Page<T>>(withQuery(`/workspaces/${ws}/${kind}`, query))).items;
  const [documents, runs, scenarios] = await Promise.all([
    list<DocumentView>('documents', { search, limit: EACH }),
    list<RunView>('runs', { search, limit: EACH }),
    list<ScenarioView>('scenarios', {}),
  ]);
  const named = scenarios.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  return { documents, runs, scenarios: named.slice(0, EACH) };
};

const foundIn = ({ documents, runs, scenarios }: Answers, ws: string, texts: Texts): readonly Found[] => [
  ...documents.map(({ id, kind, number, counterparty }) => ({
    key: id,
    icon: IconFileText,
    title: texts.documents.named(texts.documents.kinds[kind] ?? kind, number),
    about: counterparty.name,
    href: `/w/${ws}/documents/${id}`,
  })),
  ...runs.map((run) => ({
    key: run.id,
    icon: IconPlayerPlay,
    title: subjectOf(run, texts).join(' · '),
    about: texts.states.run[run.status],
    href: `/w/${ws}/runs/${run.id}`,
  })),
  ...scenarios.map(({ id, name }) => ({
    key: id,
    icon: IconRoute,
    title: name,
    about: texts.scenarios.name,
    href: `/w/${ws}/scenarios/${id}`,
  })),
];

const placesOf = (query: string, ws: string, texts: Texts): readonly Found[] =>
  places
    .map(({ key, to, icon }) => ({
      key,
      icon,
      title: texts.frame.places[key],
      about: texts.frame.searchPlaces,
      href: to.replace('$ws', ws).replace('$tab', 'organizations'),
    }))
    .filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));

/** Places answer at once, the rest by the API. */
export const useFound = (query: string): { readonly found: readonly Found[]; readonly isLooking: boolean } => {
  const api = useApi();
  const { id } = useWorkspace();
  const texts = useTexts();
  const answer = useQuery({
    queryKey: [id, 'found', query],
    queryFn: () => ask(api, id, query),
    enabled: query !== '',
  });
  const found = answer.data === undefined || query === '' ? [] : foundIn(answer.data, id, texts);
  return { found: [...found, ...placesOf(query, id, texts)], isLooking: answer.isFetching };
};
