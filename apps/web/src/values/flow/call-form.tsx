import { Select, TextInput } from '@mantine/core';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { FieldRow } from '../field-row.js';
import { withKey } from '../literals/object-literal.js';
import type { ParamsFormProps } from '../form-props.js';
import { asSchema } from '../shape.js';

/** Which scenario to run and with what; the data take the shape of its trigger where that is known. */
export const CallForm = ({ node, manifest, scope, callable = [], onChange }: ParamsFormProps) => {
  const { flow } = useEditorTexts().values;
  const { params } = node;
  const schema = scope.place.input ?? manifest.input;
  const input = asSchema(asSchema(schema.properties)?.input) ?? {};
  const id = typeof params.scenarioId === 'string' ? params.scenarioId : '';
  const isKnown = id === '' || callable.some((one) => one.id === id);
  const choose = (next: string | null): void => onChange(withKey(params, 'scenarioId', next ?? undefined));
  const common = { label: flow.scenario, description: flow.scenarioAbout, required: true };
  return (
    <>
      <div className="value-field" data-pointer="/scenarioId">
        {callable.length === 0 ? (
          <TextInput {...common} value={id} onChange={(event) => choose(event.currentTarget.value || null)} />
        ) : (
          <Select
            {...common}
            searchable
            data={[...callable, ...(isKnown ? [] : [{ id, name: id }])].map((one) => ({
              value: one.id,
              label: one.name,
            }))}
            value={id === '' ? null : id}
            onChange={choose}
          />
        )}
      </div>
      <FieldRow
        schema={input}
        title={flow.input}
        description={flow.inputAbout}
        isRequired={false}
        value={params.input}
        pointer="/input"
        onChange={(next) => onChange(withKey(params, 'input', next))}
      />
    </>
  );
};
