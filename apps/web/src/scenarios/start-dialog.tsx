import type { DeliveryDetailView, JsonSchema, ScenarioDetailView, StartView } from '@potok/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApiClient } from '../app/api-client.js';
import { pause } from '../app/settle.js';
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

const LOOK_EVERY_MS = 400;
const LOOKS = 12;

/** What became of the data: the worker admits it, as a rule at once. */
const admitted = async (api: ApiClient, path: (path: string) => string, { deliveryId }: StartView) => {
  let delivery = await api.get<DeliveryDetailView>(path(`/deliveries/${deliveryId}`));
  for (let look = 0; look < LOOKS && delivery.status === 'accepted'; look += 1) {
    await pause(LOOK_EVERY_MS);
    delivery = await api.get<DeliveryDetailView>(path(`/deliveries/${deliveryId}`));
  }
  return delivery;
};

const useStart = ({ scenario, onClose }: Props) => {
  const { texts } = useSpeech();
  const api = useApi();
  const path = useInWorkspace();
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  return useAct({
    act: async (data: unknown) =>
      admitted(api, path, await api.send<StartView>('POST', path(`/scenarios/${scenario.id}/runs`), { data })),
    said: ({ runId }) => (runId === undefined ? texts.scenarios.runSlow : texts.scenarios.runStarted),
    isFaultShown: true,
    onDone: ({ id, runId }) => {
      onClose();
      void (runId === undefined
        ? navigate({ to: '/w/$ws/deliveries', params: { ws }, search: { open: id } })
        : navigate({ to: '/w/$ws/runs/$id', params: { ws, id: runId } }));
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
