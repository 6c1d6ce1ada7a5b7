import type { AnyManifest, JsonSchema, Scenario, ScenarioNode, Slot } from '@potok/contracts';
import type { Language } from '../../app/texts/language.js';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import type { Kit, Point } from './kit.js';

const GRID = 16;
export const onGrid = ({ x, y }: Point): Point => ({ x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID });

const taken = (scenario: Scenario, id: string): boolean => scenario.slots.some((slot) => slot.id === id);

const freeSlotId = (scenario: Scenario, gateway: string, count = 1): string => {
  const id = count === 1 ? gateway : `${gateway}${count}`;
  return taken(scenario, id) ? freeSlotId(scenario, gateway, count + 1) : id;
};

interface Given {
  readonly scenario: Scenario;
  readonly manifest: AnyManifest;
  readonly language: Language;
  /** Words for the slots of this gateway. */
  readonly slotTitle: string;
}

/** The slot that a node of this type takes: one that is there, else a new one. */
export const slotFor = ({ scenario, manifest, slotTitle }: Given): Slot | undefined => {
  const { gateway } = manifest;
  if (gateway === undefined) return undefined;
  const known = scenario.slots.find((slot) => slot.gateway === gateway);
  return known ?? { id: freeSlotId(scenario, gateway), gateway, title: slotTitle };
};

const uniqueName = (name: string, scenario: Scenario): string => {
  const names = new Set(
    [...scenario.nodes, ...(scenario.paths ?? []).flatMap(({ nodes }) => nodes)].map((one) => one.name),
  );
  if (!names.has(name)) return name;
  for (let count = 2; ; count += 1) if (!names.has(`${name} ${count}`)) return `${name} ${count}`;
};

interface Part {
  readonly default?: unknown;
}

/** What the schema says by itself; flow nodes begin with what makes them drawable. */
const firstParams = ({ id, input }: AnyManifest, language: Language): Record<string, unknown> => {
  const words = { ru: ['да', 'ветка 1', 'ветка 2'], en: ['yes', 'branch 1', 'branch 2'] }[language];
  if (id === 'flow.decide') return { branches: [{ port: words[0], when: true }] };
  if (id === 'flow.parallel') return { branches: [words[1], words[2]] };
  if (id === 'flow.join') return { mode: 'all' };
  const { properties = {} } = input as JsonSchema & { readonly properties?: Readonly<Record<string, Part>> };
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, part]) => (part.default === undefined ? [] : [[key, part.default]])),
  );
};

/** A new step of a type, where the pointer is. */
export const freshNode = (given: Given, at: Point, kit: Kit): { readonly node: ScenarioNode; readonly slot?: Slot } => {
  const { manifest, scenario, language } = given;
  const slot = slotFor(given);
  const node: ScenarioNode = {
    id: kit.newId('n'),
    type: manifest.id,
    typeVersion: manifest.version,
    name: uniqueName(manifest.title[language], scenario),
    params: firstParams(manifest, language),
    ...(slot === undefined ? {} : { slot: slot.id }),
    position: onGrid(at),
  };
  return slot === undefined ? { node } : { node, slot };
};

const BESIDE = 88;

/** Where a step stands that comes after another by its n-th exit. */
export const placeAfter = (node: ScenarioNode, exit: number): Point => ({
  x: node.position.x + NODE_WIDTH + BESIDE,
  y: node.position.y + Math.max(0, exit) * (NODE_HEIGHT + 48),
});

const isOver = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < NODE_WIDTH + 16 && Math.abs(a.y - b.y) < NODE_HEIGHT + 16;

/** The nearest free place at or below: a new step never lies upon another. */
export const freePlace = (at: Point, nodes: readonly ScenarioNode[]): Point => {
  let place = onGrid(at);
  while (nodes.some(({ position }) => isOver(position, place))) place = { x: place.x, y: place.y + NODE_HEIGHT + 32 };
  return place;
};

/** The same step as another type: fields that both know stay. */
export const asType = (node: ScenarioNode, fresh: ScenarioNode, manifest: AnyManifest): ScenarioNode => {
  const { properties = {} } = manifest.input as { readonly properties?: Readonly<Record<string, unknown>> };
  const kept = Object.entries(node.params).filter(([key]) => Object.hasOwn(properties, key));
  const { retry, timeoutSec, onFault, note } = node;
  return {
    ...fresh,
    id: node.id,
    params: { ...fresh.params, ...Object.fromEntries(kept) },
    position: node.position,
    ...(retry === undefined ? {} : { retry }),
    ...(timeoutSec === undefined ? {} : { timeoutSec }),
    ...(onFault === undefined ? {} : { onFault }),
    ...(note === undefined ? {} : { note }),
  };
};
