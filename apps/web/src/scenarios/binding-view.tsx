import type { ConnectionView, Page, ScenarioDetailView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { Facts } from '../page/facts.js';
import { HookCard } from './hook-card.js';

const useNames = (): ReadonlyMap<string, string> => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  const { data } = useQuery({
    queryKey: [id, 'connections', 'all'],
    queryFn: ({ signal }) => api.get<Page<ConnectionView>>(path('/connections'), signal),
  });
  return new Map((data?.items ?? []).map((one) => [one.id, one.name]));
};

const shownValue = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/** What fills the slots and parameters of the scenario in this workspace. */
export const BindingView = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const { scenarios } = useTexts();
  const names = useNames();
  const { draft, binding } = scenario;
  return (
    <div className="two-cards">
      <section className="card">
        <h2 className="section-title">{scenarios.slots}</h2>
        <Facts
          rows={draft.slots.map(({ id, title }) => ({
            label: title,
            value: names.get(binding.slots[id] ?? '') ?? <span className="dim">{scenarios.unbound}</span>,
          }))}
        />
      </section>
      <section className="card">
        <h2 className="section-title">{scenarios.parameters}</h2>
        <Facts
          rows={draft.parameters.map((parameter) => ({
            label: parameter.title,
            value: shownValue(binding.parameters[parameter.id] ?? parameter.default) ?? (
              <span className="dim">{scenarios.unbound}</span>
            ),
          }))}
        />
      </section>
      {scenario.trigger?.webhookUrl === undefined ? null : <HookCard scenarioId={scenario.id} />}
    </div>
  );
};
