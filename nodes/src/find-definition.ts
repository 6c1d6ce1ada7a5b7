import type { AnyDefinition } from '@potok/node-sdk';
import { registry } from './registry.js';

const byName = new Map(registry.map((definition) => [`${definition.id}@${definition.version}`, definition]));

/** The definition of a node type in one version, or `undefined`. */
export const findDefinition = (type: string, version: number): AnyDefinition | undefined =>
  byName.get(`${type}@${version}`);
