import type { DiffGroup, DiffTelling, ListDiff } from './diff-types.js';
import { fieldLine } from './field-line.js';
import { diffTexts } from './value-words.js';

type Place = 'slots' | 'parameters' | 'paths' | 'notes' | 'groups';
interface Thing {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
}

const LONGEST_NAME = 60;
const LAYOUT: readonly Place[] = ['notes', 'groups'];

const nameOf = ({ id, title, text }: Thing): string => {
  const name = (title ?? text ?? id).replace(/\s+/g, ' ').trim() || id;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
};

const describeList = (place: Place, list: ListDiff<Thing>, telling: DiffTelling): readonly DiffGroup[] => {
  const said = diffTexts[telling.language];
  const isLayoutOnly = LAYOUT.includes(place);
  const plain = (kind: 'added' | 'removed') => (thing: Thing) => ({
    id: `${place}/${thing.id}`,
    kind,
    title: said[kind][place](nameOf(thing)),
    lines: [],
    isLayoutOnly,
  });
  return [
    ...list.added.map(plain('added')),
    ...list.removed.map(plain('removed')),
    ...list.changed.map(({ id, after, fields }) => ({
      id: `${place}/${id}`,
      kind: 'changed' as const,
      title: said.changed[place](nameOf(after)),
      lines: fields.map((field) => fieldLine(field, telling)),
      isLayoutOnly,
    })),
  ];
};

const describeSettings = (telling: DiffTelling): readonly DiffGroup[] => {
  const { settings } = telling.diff;
  if (settings.length === 0) return [];
  const lines = settings.map((field) => fieldLine(field, telling));
  const title = diffTexts[telling.language].settings;
  return [{ id: 'settings', kind: 'changed', title, lines, isLayoutOnly: false }];
};

/** What is said of everything but the graphs. */
export const describeLists = (telling: DiffTelling): readonly DiffGroup[] => [
  ...describeSettings(telling),
  ...(['slots', 'parameters', 'paths', 'notes', 'groups'] as const).flatMap((place) =>
    describeList(place, telling.diff[place] as ListDiff<Thing>, telling),
  ),
];
