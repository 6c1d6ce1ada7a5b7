import fc from 'fast-check';
import type { XmlElement } from '../src/xml/element.js';

/** One change to one element of a title: what breaks files in practice. */
export interface Mutation {
  readonly kind:
    'drop-attribute' | 'set-attribute' | 'add-attribute' | 'drop' | 'repeat' | 'swap' | 'rename' | 'set-text';
  /** Which element and which attribute, by chance. */
  readonly element: number;
  readonly attribute: number;
  readonly value: string;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(
    'drop-attribute' as const,
    'set-attribute' as const,
    'set-attribute' as const,
    'set-attribute' as const,
    'add-attribute' as const,
    'drop' as const,
    'repeat' as const,
    'swap' as const,
    'rename' as const,
    'set-text' as const,
  ),
  element: fc.nat(),
  attribute: fc.nat(),
  value: fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '0',
      '00',
      '-1',
      '19%',
      '22%',
      '1,5',
      '1.123',
      '1e5',
      '+1',
      '32.01.2026',
      '29.02.2023',
      '24.00.00',
      '5',
      'СЧФ',
      '643',
      '7707083893',
      '00770838',
      'null',
    ),
    fc.integer({ min: 1, max: 2001 }).map((length) => 'Ж'.repeat(length)),
    fc.integer({ min: 1, max: 36 }).map((length) => '7'.repeat(length)),
  ),
});

const flat = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(flat)];

/** The tree with the change made; the tree itself when there is nothing to change. */
export const mutate = (root: XmlElement, change: Mutation): XmlElement => {
  const all = flat(root);
  const target = all[change.element % all.length];
  return target === undefined ? root : replace(root, target, changed(target, change));
};

const replace = (element: XmlElement, target: XmlElement, by: readonly XmlElement[]): XmlElement => {
  if (element === target) return by[0] ?? element;
  const children = element.children.flatMap((child) => (child === target ? by : [replace(child, target, by)]));
  return { ...element, children };
};

type Kind = Mutation['kind'];
const onAttributes: readonly Kind[] = ['drop-attribute', 'set-attribute', 'add-attribute'];

const changed = (target: XmlElement, change: Mutation): readonly XmlElement[] =>
  onAttributes.includes(change.kind)
    ? [{ ...target, attributes: attributesOf(target, change) }]
    : moved(target, change);

const attributesOf = (target: XmlElement, { kind, attribute, value }: Mutation): XmlElement['attributes'] => {
  const names = Object.keys(target.attributes);
  const name = names[attribute % Math.max(names.length, 1)] ?? 'НаимОрг';
  if (kind === 'add-attribute') return { ...target.attributes, Лишний: value };
  const rest = Object.fromEntries(Object.entries(target.attributes).filter(([key]) => key !== name));
  return kind === 'drop-attribute' ? rest : { ...rest, [name]: value };
};

const moved = (target: XmlElement, { kind, value }: Mutation): readonly XmlElement[] => {
  if (kind === 'drop') return [];
  if (kind === 'repeat') return [target, target];
  if (kind === 'swap') return [{ ...target, children: target.children.toReversed() }];
  return [kind === 'rename' ? { ...target, name: `${target.name}1` } : { ...target, text: value }];
};
