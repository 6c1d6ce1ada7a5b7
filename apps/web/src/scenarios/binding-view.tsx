import { Button } from '@mantine/core';
import type { Binding, ScenarioDetailView, VersionView } from '@potok/contracts';
import { type SubmitEvent, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { fieldFaultsOf } from '../page/field-faults.js';
import { FormFault } from '../page/form-fault.js';
import { Loaded } from '../page/loaded.js';
import { useAct } from '../page/use-act.js';
import { ParameterFields, SlotFields } from './binding-fields.js';
import { type BindingForm, freshBinding, placesOf, readBindingForm } from './binding-form.js';
import { HookCard } from './hook-card.js';
import { useVersions } from './queries.js';

/** What is typed, and over which revision: somebody else's change meanwhile is not written over. */
interface Typed {
  readonly form: BindingForm;
  readonly draftRevision: number;
}

const useBind = (scenarioId: string, onDone: () => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { bind } = useTexts().scenarios;
  return useAct({
    act: (order: { readonly binding: Binding; readonly draftRevision: number }) =>
      api.send<ScenarioDetailView>('PUT', path(`/scenarios/${scenarioId}/binding`), order),
    said: () => bind.saved,
    isFaultShown: true,
    onDone,
  });
};

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly published: VersionView | undefined;
}

const Bind = ({ scenario, published }: Props) => {
  const texts = useTexts();
  const { scenarios } = texts;
  const [typed, setTyped] = useState<Typed>();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const binding = useBind(scenario.id, () => setTyped(undefined));
  const places = placesOf(scenario, published);
  const form = typed?.form ?? freshBinding(scenario, published);
  const forget = () => {
    setTyped(undefined);
    setWrong({});
    binding.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readBindingForm(form, places, texts);
    setWrong(read.faults);
    const { draftRevision } = typed ?? scenario;
    if (read.binding !== undefined) binding.mutate({ binding: read.binding, draftRevision });
  };
  const fields = {
    places,
    form,
    faults: { ...fieldFaultsOf(binding.error), ...wrong },
    onChange: (next: BindingForm) =>
      setTyped({ form: next, draftRevision: typed?.draftRevision ?? scenario.draftRevision }),
  };
  const ids = [
    ...places.slots.map(({ id }) => `slots/${id}`),
    ...places.parameters.map(({ id }) => `parameters/${id}`),
  ];
  return (
    <form onSubmit={submit} noValidate className="binding">
      <section className="card binding-places">
        <h2 className="section-title">{scenarios.slots}</h2>
        {places.slots.length === 0 ? <p className="dim">{scenarios.bind.noSlots}</p> : <SlotFields {...fields} />}
      </section>
      <section className="card binding-places">
        <h2 className="section-title">{scenarios.parameters}</h2>
        {places.parameters.length === 0 ? (
          <p className="dim">{scenarios.bind.noParameters}</p>
        ) : (
          <ParameterFields {...fields} />
        )}
      </section>
      <footer>
        <FormFault error={binding.error} hasField={(pointer) => ids.some((id) => pointer === `/binding/${id}`)} />
        <p className="dim small">{published === undefined ? scenarios.bind.aboutDraft : scenarios.bind.about}</p>
        <Button type="submit" loading={binding.isPending} disabled={typed === undefined}>
          {scenarios.bind.save}
        </Button>
        {typed === undefined ? null : (
          <Button variant="default" onClick={forget}>
            {scenarios.bind.forget}
          </Button>
        )}
      </footer>
    </form>
  );
};

/** What fills the slots and parameters of the scenario in this workspace. */
export const BindingView = ({ scenario }: { readonly scenario: ScenarioDetailView }) => (
  <Loaded answer={useVersions(scenario.id)}>
    {({ items }) => (
      <div className="binding-page">
        <Bind scenario={scenario} published={items.find(({ id }) => id === scenario.published?.versionId)} />
        {scenario.trigger?.webhookUrl === undefined ? null : <HookCard scenarioId={scenario.id} />}
      </div>
    )}
  </Loaded>
);
