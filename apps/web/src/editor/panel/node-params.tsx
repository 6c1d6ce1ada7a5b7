import { Button } from '@mantine/core';
import type { AnyManifest, Finding, ScenarioNode } from '@potok/contracts';
import { IconArrowsExchange } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { useCoach, useCoachAnchor } from '../../coach/use-coach.js';
import { useNarrow } from '../../page/use-narrow.js';
import { useScenarios } from '../../scenarios/queries.js';
import { ParamsForm } from '../../values/params-form.js';
import { SourceTree } from '../../values/source-tree.js';
import { PickerProvider, usePicker } from '../../values/values-context.js';
import type { ConnectionOf, ValueScope } from '../../values/value-scope.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { ConnectionPicker } from './connection-picker.js';
import { StepOutcome } from './step-outcome.js';
import { useValueScope } from './use-value-scope.js';

const StepMapping = lazy(async () => ({ default: (await import('./step-mapping.js')).StepMapping }));

interface Props {
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly findings: readonly Finding[];
  readonly isReadOnly: boolean;
  readonly field: string | undefined;
}

/** Whole documents and free mappings are better filled side by side than field by field. */
const isMapped = ({ id }: AnyManifest): boolean => id === 'data.map' || id.startsWith('edo.build-');

const Source = ({ scope, isFolded }: { readonly scope: ValueScope; readonly isFolded: boolean }) => {
  const { panel } = useEditorTexts().editor;
  const picker = usePicker();
  const coach = useCoach();
  const anchor = useCoachAnchor('map-field');
  const tree = (
    <SourceTree
      scope={scope}
      onPick={(pick) => {
        coach.did('field-mapped');
        picker.pick(pick);
      }}
    />
  );
  return (
    <section
      ref={anchor}
      className="panel-source"
      aria-label={panel.source}
      onDragEnd={({ dataTransfer }) => {
        if (dataTransfer.dropEffect !== 'none') coach.did('field-mapped');
      }}
    >
      {isFolded ? (
        <details>
          <summary>{panel.source}</summary>
          {tree}
        </details>
      ) : (
        <>
          <h3>{panel.source}</h3>
          {tree}
        </>
      )}
    </section>
  );
};

const useCallable = (manifest: AnyManifest) => {
  const scenarios = useScenarios().data?.items;
  return useMemo(
    () =>
      manifest.id === 'flow.call'
        ? (scenarios ?? []).filter(({ published }) => published !== undefined).map(({ id, name }) => ({ id, name }))
        : [],
    [manifest, scenarios],
  );
};

const useParamsEdit = (node: string) => {
  const store = useEditorApi();
  return useCallback(
    (params: Readonly<Record<string, unknown>>) => {
      const { graph, act } = store.getState();
      act({ kind: 'edit-node', graph, node, patch: { params } }, `${node}/params`);
    },
    [store, node],
  );
};

/**
 * A step's fields, with what flows in on their left and what comes out on their right; on a phone one below the other,
 * what came out first for one who only reads.
 */
export const NodeParams = ({ node, manifest, findings, isReadOnly, field }: Props) => {
  const { panel } = useEditorTexts().editor;
  const scope = useValueScope(node.id);
  const slots = useEditor(({ history }) => history.document.binding.slots);
  const edit = useParamsEdit(node.id);
  const callable = useCallable(manifest);
  const { timeZone } = useWorkspace();
  const [isMapping, setIsMapping] = useState(false);
  const isNarrow = useNarrow();
  const { slot } = node;
  const connectionOf = useCallback<ConnectionOf>((named) => slots[named ?? slot ?? ''] ?? '', [slots, slot]);
  const fields = { node, manifest, scope, findings, onChange: edit, connectionOf };
  const source = <Source key="source" scope={scope} isFolded={isNarrow} />;
  const outcome = <StepOutcome key="outcome" node={node} manifest={manifest} />;
  const form = (
    <section key="form" className="panel-form" aria-label={panel.params}>
      <ConnectionPicker node={node} manifest={manifest} isReadOnly={isReadOnly} />
      {isMapped(manifest) ? (
        <Button variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={() => setIsMapping(true)}>
          {panel.map}
        </Button>
      ) : null}
      <fieldset className="panel-fields" disabled={isReadOnly}>
        <ParamsForm {...fields} key={node.id} focusField={field} callable={callable} timeZone={timeZone} />
      </fieldset>
    </section>
  );
  const narrow = isReadOnly ? [outcome, form, source] : [form, outcome, source];
  return (
    <PickerProvider>
      <div className="panel-columns">{isNarrow ? narrow : [source, form, outcome]}</div>
      {isMapping ? (
        <Suspense fallback={null}>
          <StepMapping {...fields} onClose={() => setIsMapping(false)} />
        </Suspense>
      ) : null}
    </PickerProvider>
  );
};
