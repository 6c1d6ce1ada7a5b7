import type { JsonSchema, RunView, ScenarioDetailView } from '@potok/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { type Kinds, useKinds } from '../canvas/manifest.js';
import { AskDialog } from '../page/ask-dialog.js';
import { useAct } from '../page/use-act.js';
import { type FormText, readForm } from '../forms/read-form.js';
import { fieldsOf } from '../forms/fields.js';
import { SchemaForm } from '../forms/schema-form.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly number: number;
  readonly onClose: () => void;
}

const anything: JsonSchema = { type: 'object' };

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

/** What a run starts with: the trigger's output, or the schema that the author wrote into its parameters. */
const startSchema = (scenario: ScenarioDetailView, kinds: Kinds | undefined): JsonSchema => {
  const node = scenario.draft.nodes.find(({ type }) => kinds?.get(type)?.kind === 'trigger');
  const own = node?.params.schema;
  if (isSchema(own)) return own;
  return kinds?.get(node?.type ?? '')?.output ?? anything;
};

const useStart = ({ scenario, onClose }: Props) => {
  const { texts } = useSpeech();
  const api = useApi();
  const path = useInWorkspace();
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  return useAct({
    act: (data: unknown) => api.send<Partial<RunView>>('POST', path(`/scenarios/${scenario.id}/runs`), { data }),
    said: () => texts.scenarios.runStarted,
    isFaultShown: true,
    onDone: ({ id }) => {
      onClose();
      void (id === undefined
        ? navigate({ to: '/w/$ws/runs', params: { ws }, search: { scenario: scenario.id } })
        : navigate({ to: '/w/$ws/runs/$id', params: { ws, id } }));
    },
  });
};

/** «Запустить…»: the data that the trigger would have brought. */
export const StartDialog = (props: Props) => {
  const { scenario, number, onClose } = props;
  const { texts } = useSpeech();
  const schema = startSchema(scenario, useKinds().data);
  const [text, setText] = useState<FormText>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const starting = useStart(props);
  const act = () => {
    const read = readForm(fieldsOf(schema), text, texts);
    setFaults(read.faults);
    if (read.value !== undefined) starting.mutate(read.value);
  };
  return (
    <AskDialog
      title={texts.scenarios.runTitle(scenario.name)}
      consequence={texts.scenarios.runConsequence(number)}
      button={texts.scenarios.runButton}
      isBusy={starting.isPending}
      error={starting.error}
      onAct={act}
      onClose={onClose}
    >
      <SchemaForm fields={fieldsOf(schema)} text={text} faults={faults} onChange={setText} />
    </AskDialog>
  );
};
