import { bitrix24 } from '@potok/connector-bitrix24';
import { diadoc } from '@potok/connector-diadoc';
import { onecOdata } from '@potok/connector-onec-odata';
import { findDefinition } from '@potok/nodes';
import type { ConnectionDefinition, NodeDefinition, TriggerDefinition, WaitDefinition } from '@potok/node-sdk';

/** The connectors that this worker speaks. */
export const connectionDefinitions: ReadonlyMap<string, ConnectionDefinition> = new Map(
  [bitrix24, diadoc, onecOdata].map((definition) => [definition.id, definition as ConnectionDefinition]),
);

export const findNode = (type: string, version: number): NodeDefinition | WaitDefinition | undefined => {
  const found = findDefinition(type, version);
  return found?.kind === 'trigger' ? undefined : found;
};

export const findTrigger = (type: string, version: number): TriggerDefinition | undefined => {
  const found = findDefinition(type, version);
  return found?.kind === 'trigger' ? found : undefined;
};
