import type { AnyManifest, JsonSchema, ScenarioNode } from '@potok/contracts';
import { useMemo } from 'react';
import { mappingTarget, type MappingTarget } from './mapping-target.js';

/**
 * The target of a node, the same object for as long as its fields are the same: everything that hangs on the tree of
 * fields would be worked out anew with each keystroke otherwise.
 */
export const useMappingTarget = (
  params: ScenarioNode['params'],
  manifest: AnyManifest,
  input: JsonSchema | undefined,
): MappingTarget => {
  const isDrawn = useMemo(() => mappingTarget({ params: {} }, manifest, input).at !== '', [manifest, input]);
  const drawn = isDrawn ? JSON.stringify(mappingTarget({ params }, manifest, input)) : '';
  return useMemo(
    () => (drawn === '' ? mappingTarget({ params: {} }, manifest, input) : (JSON.parse(drawn) as MappingTarget)),
    [drawn, manifest, input],
  );
};
