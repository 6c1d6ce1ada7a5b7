import { Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { useConnectionsOf } from '../connections/use-connections.js';
import { SchemaForm } from '../forms/schema-form.js';
import { type BindingForm, parameterFields, type Places } from './binding-form.js';

interface Props {
  readonly places: Places;
  readonly form: BindingForm;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (form: BindingForm) => void;
}

interface SlotProps {
  readonly slot: Places['slots'][number];
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (connectionId: string) => void;
}

const SlotField = ({ slot, value, fault, onChange }: SlotProps) => {
  const { scenarios, connections: words } = useTexts();
  const { id: ws } = useWorkspace();
  const connections = useConnectionsOf(slot);
  const gateway = words.gateways[slot.gateway] ?? slot.gateway;
  const isThere = connections.some(({ id }) => id === value);
  return (
    <div>
      <Select
        label={slot.title}
        {...(gateway === slot.title ? {} : { description: gateway })}
        placeholder={scenarios.unbound}
        clearable
        data={connections.map(({ id, name }) => ({ value: id, label: name }))}
        value={isThere ? value : null}
        onChange={(next) => onChange(next ?? '')}
        error={fault}
      />
      {connections.length > 0 ? null : (
        <p className="dim small">
          {scenarios.bind.noConnection}{' '}
          <Link to="/w/$ws/connections" params={{ ws }} className="link">
            {scenarios.bind.addConnection}
          </Link>
        </p>
      )}
    </div>
  );
};

export const SlotFields = ({ places, form, faults, onChange }: Props) => (
  <>
    {places.slots.map((slot) => (
      <SlotField
        key={slot.id}
        slot={slot}
        value={form.slots[slot.id] ?? ''}
        fault={faults[`/binding/slots/${slot.id}`]}
        onChange={(connection) => onChange({ ...form, slots: { ...form.slots, [slot.id]: connection } })}
      />
    ))}
  </>
);

export const ParameterFields = ({ places, form, faults, onChange }: Props) => {
  const texts = useTexts();
  const ofParameter = places.parameters.map(({ id }) => [id, faults[`/binding/parameters/${id}`]] as const);
  return (
    <SchemaForm
      fields={parameterFields(places, texts)}
      text={form.parameters}
      faults={Object.fromEntries(ofParameter.filter((pair): pair is [string, string] => pair[1] !== undefined))}
      onChange={(parameters) => onChange({ ...form, parameters })}
    />
  );
};
