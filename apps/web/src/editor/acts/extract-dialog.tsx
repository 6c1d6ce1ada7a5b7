import { Alert, TextInput } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { useState } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { AskDialog } from '../../page/ask-dialog.js';
import { useAct } from '../../page/use-act.js';
import { useEditorApi } from '../state/use-editor.js';
import { carriedBinding, extracted } from './extracted.js';

const LONGEST_NAME = 200;
const LONGEST_STEP_NAME = 120;

interface Props {
  readonly onClose: () => void;
}

/** What is chosen at the moment when the dialog opens, and what would become of it. */
const useExtraction = () => {
  const store = useEditorApi();
  const { language } = useEditorSpeech();
  const [opened] = useState(() => {
    const { history, graph, chosen, kit } = store.getState();
    const { scenario, binding } = history.document;
    const { scenario: make, call, fault } = extracted(scenario, { graph, nodes: chosen.nodes }, kit);
    const draft = make(language);
    return { graph, draft, call, fault, binding: carriedBinding(draft, binding), nodes: [...chosen.nodes] };
  });
  return { ...opened, store };
};

/** Makes the chosen steps a scenario of their own; one step that calls it takes their place. */
export const ExtractDialog = ({ onClose }: Props) => {
  const { extract } = useEditorSpeech().texts;
  const api = useApi();
  const path = useInWorkspace();
  const { store, graph, draft, call, fault, binding, nodes } = useExtraction();
  const [name, setName] = useState(draft.name);
  const said = name.trim();
  const making = useAct({
    act: () => api.send<ScenarioDetailView>('POST', path('/scenarios'), { draft: { ...draft, name: said }, binding }),
    said: ({ name: made }) => extract.made(made),
    isFaultShown: true,
    onDone: ({ id }) => {
      const { act, choose } = store.getState();
      const calling = { ...call, name: said.slice(0, LONGEST_STEP_NAME), params: { scenarioId: id, ...call.params } };
      act({ kind: 'extract', graph, nodes, call: calling });
      choose({ nodes: new Set([call.id]) });
      onClose();
    },
  });
  return (
    <AskDialog
      title={extract.title(nodes.length)}
      consequence={fault === undefined ? [extract.about, extract.publishFirst] : []}
      button={extract.button}
      isBlocked={fault !== undefined || said === ''}
      isBusy={making.isPending}
      error={making.error}
      onAct={() => making.mutate(undefined)}
      onClose={onClose}
    >
      {fault === undefined ? (
        <TextInput
          label={extract.name}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
      ) : (
        <Alert color="yellow" title={extract.cannot} role="alert">
          {extract.faults[fault.kind](fault.names.map((one) => extract.quoted(one)).join(', '))}
        </Alert>
      )}
    </AskDialog>
  );
};
