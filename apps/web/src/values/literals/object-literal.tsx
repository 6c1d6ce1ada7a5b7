import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { JsonSchema } from '@potok/contracts';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { firstFieldIn, useFocusFresh } from '../../page/use-focus-fresh.js';
import { NestedRow } from '../nested-row.js';
import { pointerTo } from '../pointer.js';
import { asSchema, isRequiredIn, propertiesOf, textOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';

interface Props {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly pointer: string;
  readonly onChange: (value: unknown) => void;
  /** Keys that are shown elsewhere. */
  readonly without?: ReadonlySet<string>;
}

/** An object with one key changed; the key goes when its value does. */
export const withKey = (value: unknown, key: string, next: unknown): Readonly<Record<string, unknown>> => {
  const { [key]: _old, ...others } = asSchema(value) ?? {};
  if (next === undefined) return others;
  return Object.hasOwn(asSchema(value) ?? {}, key)
    ? { ...(asSchema(value) ?? {}), [key]: next }
    : { ...others, [key]: next };
};

/** The fields of an object, one under the other. */
export const ObjectFields = ({ schema, value, pointer, onChange, without }: Props) => (
  <div className="value-nest">
    {propertiesOf(schema)
      .filter(([key]) => without?.has(key) !== true)
      .map(([key, one]) => (
        <NestedRow
          key={key}
          schema={one}
          title={textOf(one.title) ?? key}
          description={textOf(one.description)}
          isRequired={isRequiredIn(schema, key)}
          value={asSchema(value)?.[key]}
          onChange={(next) => onChange(withKey(value, key, next))}
          pointer={pointerTo(pointer, key)}
        />
      ))}
  </div>
);

/** An object field by field; an optional one is opened by a button. */
export const ObjectLiteral = ({ title, isRequired, ...props }: LiteralProps) => {
  const { values } = useEditorTexts();
  const { root, expect } = useFocusFresh<HTMLDivElement>(firstFieldIn);
  const fill = (): void => {
    expect();
    props.onChange({});
  };
  return (
    <div ref={root}>
      {props.value !== undefined || isRequired ? (
        <ObjectFields {...props} />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-label={values.fillField(title)}
          onClick={fill}
        >
          {values.fill}
        </Button>
      )}
    </div>
  );
};
