import type { JsonSchema } from '@potok/contracts';
import { SegmentedControl } from '@mantine/core';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { FieldRow } from '../field-row.js';
import { withKey } from '../literals/object-literal.js';
import type { Mode } from '../mode.js';
import type { ParamsFormProps } from '../form-props.js';
import { asSchema } from '../shape.js';

const fixed: readonly Mode[] = ['literal'];
/** A list to walk is taken from somewhere; written out it would be no loop. */
const taken: readonly Mode[] = ['field', 'formula', 'literal'];

const fieldOf = ({ manifest }: ParamsFormProps, key: string): JsonSchema =>
  asSchema(asSchema(manifest.input.properties)?.[key]) ?? {};

const common = (props: ParamsFormProps, key: string) => ({
  schema: fieldOf(props, key),
  value: props.node.params[key],
  pointer: `/${key}`,
  onChange: (next: unknown) => props.onChange(withKey(props.node.params, key, next)),
});

export const JoinForm = (props: ParamsFormProps) => {
  const { flow } = useEditorTexts().values;
  const { params } = props.node;
  const write = (mode: string): void => {
    const next = withKey(params, 'mode', mode);
    props.onChange(mode === 'some' ? next : withKey(next, 'need', undefined));
  };
  return (
    <>
      <div className="value-field" data-pointer="/mode">
        <span className="value-title">{flow.mode}</span>
        <SegmentedControl
          aria-label={flow.mode}
          data={(['all', 'any', 'some'] as const).map((value) => ({ value, label: flow.modes[value] }))}
          value={typeof params.mode === 'string' ? params.mode : 'all'}
          onChange={write}
        />
      </div>
      {params.mode === 'some' ? (
        <FieldRow {...common(props, 'need')} title={flow.need} isRequired modes={fixed} />
      ) : null}
    </>
  );
};

export const ForEachForm = (props: ParamsFormProps) => {
  const { flow } = useEditorTexts().values;
  return (
    <>
      <FieldRow {...common(props, 'items')} title={flow.items} description={flow.itemsAbout} isRequired modes={taken} />
      <FieldRow
        {...common(props, 'window')}
        title={flow.window}
        description={flow.windowAbout}
        isRequired={false}
        modes={fixed}
      />
    </>
  );
};

export const StopForm = (props: ParamsFormProps) => {
  const { flow } = useEditorTexts().values;
  return (
    <FieldRow {...common(props, 'outcome')} title={flow.outcome} description={flow.outcomeAbout} isRequired={false} />
  );
};
