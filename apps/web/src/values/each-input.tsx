import { TextInput } from '@mantine/core';
import { dynamicOf, namesInEach, previewValue } from '@potok/scenario';
import type { JsonSchema } from '@potok/contracts';
import { useMemo } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { NestedRow } from './nested-row.js';
import type { Mode } from './mode.js';
import { pointerTo } from './pointer.js';
import { itemsOf } from './shape.js';
import { type LocalNames, sampleOf } from './value-scope.js';
import { NamesProvider, useValues } from './values-context.js';

interface Props {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly pointer: string;
}

const listSchema: JsonSchema = { type: 'array' };
const listModes: readonly Mode[] = ['field', 'formula'];
const NAME = /^[A-Za-z_]\w*$/;

interface Each {
  readonly list: string;
  readonly as: string;
  readonly body: unknown;
}

const eachOf = (value: unknown): Each => {
  const dynamic = dynamicOf(value);
  return dynamic?.kind === 'each' ? dynamic : { list: '', as: 'line', body: {} };
};

/** Names of the rows, with the first row of the sample to try the body with. */
const useRowNames = (list: string, as: string): LocalNames => {
  const { scope, names, now } = useValues();
  return useMemo(() => {
    const schemas = namesInEach(list, as, { ...scope.place.roots, ...names.schemas });
    const found = previewValue({ $cel: list }, sampleOf(scope, names, now));
    const rows = 'value' in found && Array.isArray(found.value) ? (found.value as readonly unknown[]) : [];
    return { schemas, values: rows.length === 0 ? {} : { [as]: rows[0], [`${as}Index`]: 0 } };
  }, [list, as, scope, names, now]);
};

/** A list made out of another one, row by row. */
export const EachInput = ({ schema, value, onChange, pointer }: Props) => {
  const { values } = useEditorTexts();
  const { list, as, body } = eachOf(value);
  const names = useRowNames(list, as);
  const write = (over: Partial<Each>): void => {
    const next = { list, as, body, ...over };
    onChange({ $each: next.list, as: next.as, do: next.body });
  };
  return (
    <div className="value-nest">
      <NestedRow
        schema={listSchema}
        title={values.each.list}
        description={values.each.listHint}
        isRequired
        value={list === '' ? undefined : { $cel: list }}
        onChange={(next) => {
          const dynamic = dynamicOf(next);
          write({ list: dynamic?.kind === 'cel' ? dynamic.text : '' });
        }}
        pointer={pointer}
        modes={listModes}
      />
      <TextInput
        label={values.each.name}
        size="xs"
        classNames={{ input: 'mono' }}
        value={as}
        error={NAME.test(as) ? undefined : values.each.nameWrong}
        onChange={(event) => write({ as: event.currentTarget.value })}
      />
      <NamesProvider names={names}>
        <NestedRow
          schema={itemsOf(schema)}
          title={values.each.body}
          isRequired
          value={body}
          onChange={(next) => write({ body: next })}
          pointer={pointerTo(pointer, 'do')}
        />
      </NamesProvider>
    </div>
  );
};
