import type { Finding, Scenario, ScenarioNode } from '@potok/contracts';
import type { Language } from '../../app/texts/language.js';
import { MAIN } from '../../canvas/graph.js';
import type { Kinds } from '../../canvas/manifest.js';
import { otherLayout } from '../../app/layouts.js';

export interface FoundStep {
  readonly graph: string;
  readonly node: ScenarioNode;
  /** Where the words were found. */
  readonly why: string;
}

interface Around {
  readonly scenario: Scenario;
  readonly findings: readonly Finding[];
  readonly kinds: Kinds;
  readonly language: Language;
}

const LONGEST = 60;
const MOST = 50;

const around = (text: string, word: string): string => {
  const at = text.toLowerCase().indexOf(word);
  const from = Math.max(0, at - 16);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + LONGEST).trim()}`;
};

const valuesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
};

const whyOf = (node: ScenarioNode, word: string, { findings, kinds, language }: Around): string | undefined => {
  const title = kinds.get(node.type)?.title[language] ?? node.type;
  if (node.name.toLowerCase().includes(word)) return title;
  const texts = [title, node.type, node.note ?? '', ...valuesIn(node.params)];
  const details = findings.filter((finding) => finding.node === node.id).map(({ detail }) => detail);
  const found = [...texts, ...details].find((text) => text.toLowerCase().includes(word));
  return found === undefined ? undefined : around(found, word);
};

/** Steps of all graphs that a word is found in: name, type, note, value of a field, or a finding. */
export const foundSteps = (query: string, given: Around): readonly FoundStep[] => {
  const meant = [query.trim().toLowerCase(), otherLayout(query.trim())];
  const { scenario } = given;
  const graphs = [{ id: MAIN, nodes: scenario.nodes }, ...(scenario.paths ?? [])];
  return graphs
    .flatMap(({ id: graph, nodes }) =>
      nodes.flatMap((node) => {
        const why = meant.map((word) => whyOf(node, word, given)).find((one) => one !== undefined);
        return why === undefined ? [] : [{ graph, node, why }];
      }),
    )
    .slice(0, MOST);
};
