import type { Binding, Scenario } from '@potok/contracts';
import { diffValues } from './diff-values.js';
import type { DiffGroup, DiffLine, Language } from './diff-types.js';
import { diffTexts, valueWords } from './value-words.js';

interface Bound {
  readonly before: Binding;
  readonly after: Binding;
  /** Names the places. */
  readonly scenario: Scenario;
  /** Names of connections by id. */
  readonly connections: ReadonlyMap<string, string>;
  readonly language: Language;
}

const said = (before: string | undefined, after: string | undefined, language: Language): string => {
  const texts = diffTexts[language];
  if (before === undefined) return texts.set({ after: after ?? texts.absent });
  return after === undefined ? texts.cleared({ before }) : texts.was({ before, after });
};

const keysOf = (before: object, after: object): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

const differs = (before: unknown, after: unknown): boolean => diffValues([before, after]).length > 0;

const slotLines = ({ before, after, scenario, connections, language }: Bound): readonly DiffLine[] =>
  keysOf(before.slots, after.slots)
    .filter((id) => before.slots[id] !== after.slots[id])
    .map((id) => {
      const title = scenario.slots.find((slot) => slot.id === id)?.title ?? id;
      const [was, is] = [before.slots[id], after.slots[id]].map((connection) =>
        connection === undefined ? undefined : diffTexts[language].quoted(connections.get(connection) ?? connection),
      );
      return { text: diffTexts[language].slotFilled({ title, said: said(was, is, language) }) };
    });

const parameterLines = ({ before, after, scenario, language }: Bound): readonly DiffLine[] =>
  keysOf(before.parameters, after.parameters)
    .filter((id) => differs(before.parameters[id], after.parameters[id]))
    .map((id) => {
      const title = scenario.parameters.find((one) => one.id === id)?.title ?? id;
      const [was, is] = [before.parameters[id], after.parameters[id]].map((value) =>
        value === undefined ? undefined : valueWords(value, { scenario, kinds: undefined, language }),
      );
      return { text: diffTexts[language].parameterFilled({ title, said: said(was, is, language) }) };
    });

/** What differs between two bindings, in words; nothing when nothing does. */
export const describeBindingDiff = (bound: Bound): readonly DiffGroup[] => {
  const lines = [...slotLines(bound), ...parameterLines(bound)];
  const title = diffTexts[bound.language].binding;
  return lines.length === 0 ? [] : [{ id: 'binding', kind: 'changed', title, lines, isLayoutOnly: false }];
};
