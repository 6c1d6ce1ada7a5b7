import type { ConnectionManifest, ConnectionView, Page, TemplateView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import type { Language } from '../app/texts/language.js';
import { useApi } from '../app/use-api.js';
import { serves } from '../connections/systems.js';

/** Ready scenarios of the installation. They change only with a release. */
export const useTemplates = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => api.get<Page<TemplateView>>('/templates', signal),
    staleTime: Infinity,
  });
};

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** «сделки» finds «сделка»: the ending of a longer word does not count. */
const stemOf = (word: string): string => (word.length >= 5 ? word.slice(0, -1) : word);

const saidOf = ({ title, outcome, about, words, name, description }: TemplateView): string =>
  plain(
    [...Object.values(title), ...Object.values(outcome), ...Object.values(about), ...words, name, description].join(
      ' ',
    ),
  );

export interface TemplateFilter {
  readonly q?: string;
  readonly system?: string;
}

/** Those in which every word of the search is found, in Russian or English, and which are made for the system. */
export const findTemplates = (templates: readonly TemplateView[], { q = '', system }: TemplateFilter) => {
  const stems = plain(q).split(/\s+/).filter(Boolean).map(stemOf);
  return templates.filter((one) => {
    if (system !== undefined && !one.systems.includes(system)) return false;
    const said = saidOf(one);
    return stems.every((stem) => said.includes(stem));
  });
};

/** Systems that any template is made for, in the order of their first mention. */
export const systemsOf = (templates: readonly TemplateView[]): readonly string[] => [
  ...new Set(templates.flatMap(({ systems }) => systems)),
];

type Slot = TemplateView['scenario']['slots'][number];

/** A connection that a template needs, and what the workspace has for it. */
export interface Need {
  readonly slot: Slot;
  /** The system that the template is made for, or that of the connection which is there. */
  readonly system: string;
  readonly found: readonly ConnectionView[];
}

interface Known {
  readonly connections: readonly ConnectionView[];
  readonly systems: readonly ConnectionManifest[];
  readonly language: Language;
}

export const connectionsFor = (slot: Slot, { connections, systems }: Omit<Known, 'language'>) =>
  connections.filter(
    (one) => serves(one, slot.gateway, systems) && (slot.system === undefined || one.system === slot.system),
  );

export const needsOf = ({ scenario, systems: meant }: TemplateView, known: Known): readonly Need[] =>
  scenario.slots.map((slot) => {
    const found = connectionsFor(slot, known);
    const own = known.systems.find(
      ({ id, implements: gateways }) => meant.includes(id) && (gateways as readonly string[]).includes(slot.gateway),
    );
    const theirs = known.systems.find(({ id }) => id === found[0]?.system);
    return { slot, found, system: (theirs ?? own)?.title[known.language] ?? slot.title };
  });
