import { readFileSync } from 'node:fs';
import type { Manifest, Scenario } from '@potok/contracts';
import { flowManifests } from '@potok/scenario';
import { kindsOf, type Kinds } from '../../canvas/manifest.js';
import { type EditorDocument, inOrder } from '../document/change.js';
import type { Kit } from '../document/kit.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8'));

export const theManifest = (): Manifest => {
  const { nodes } = read('nodes/manifest.json') as Manifest;
  return { nodes: [...nodes, ...flowManifests] };
};

export const theKinds = (): Kinds => kindsOf(theManifest());

export const aTemplate = (name: string): Scenario => inOrder(read(`templates/${name}/scenario.json`) as Scenario);

export const aDocument = (scenario = aTemplate('deal-to-upd')): EditorDocument => ({
  scenario,
  binding: { slots: {}, parameters: {} },
});

/** Ids in their order, so that a failed example can be read. */
export const aKit = (): Kit => {
  let count = 0;
  return { kinds: theKinds(), newId: (prefix) => `${prefix}${(count += 1)}x` };
};
