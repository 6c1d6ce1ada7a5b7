import type { AnyManifest, Finding, SampleView, ScenarioNode } from '@potok/contracts';
import { useMemo } from 'react';
import { MappingDialog } from '../../mapping/mapping-dialog.js';
import { useOrganizations } from '../../settings/use-organizations.js';
import { useSamples } from '../../trying/use-samples.js';
import type { ConnectionOf, ValueScope } from '../../values/value-scope.js';
import { useTryingHere } from '../trying/trying-context.js';

interface Props {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly scope: ValueScope;
  readonly findings: readonly Finding[];
  readonly onChange: (params: ScenarioNode['params']) => void;
  readonly connectionOf: ConnectionOf;
  readonly onClose: () => void;
}

const none: readonly SampleView[] = [];

/** The mapping editor over a step, with the scenario's saved samples as its tests. */
export const StepMapping = ({ onClose, ...step }: Props) => {
  const { scenarioId, sample, setSample } = useTryingHere();
  const items = useSamples(scenarioId).data?.items ?? none;
  const { params } = step.scope.data;
  const samples = useMemo(
    () => items.map(({ id, name, data }) => ({ id, name, data: { ...data, params } })),
    [items, params],
  );
  return (
    <MappingDialog
      {...step}
      onClose={onClose}
      samples={samples}
      sampleId={sample?.id}
      onSample={(id) => setSample(items.find((one) => one.id === id))}
      organizations={useOrganizations()}
    />
  );
};
