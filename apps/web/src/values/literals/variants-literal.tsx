import { Select } from '@mantine/core';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { asSchema, type Variant, variantsOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';
import { ObjectFields } from './object-literal.js';

const isOf = (value: unknown, { constants }: Variant): boolean =>
  Object.entries(constants).every(([key, one]) => asSchema(value)?.[key] === one);

/** One of several kinds of objects: first the kind, then its fields. */
export const VariantsLiteral = ({ schema, title, value, isRequired, pointer, onChange }: LiteralProps) => {
  const { values } = useEditorTexts();
  const variants = variantsOf(schema);
  const chosen = value === undefined ? -1 : variants.findIndex((one) => isOf(value, one));
  const variant = variants[chosen];
  return (
    <>
      <Select
        aria-label={`${title}: ${values.kindOf}`}
        clearable={!isRequired}
        data={variants.map((one, index) => ({ value: String(index), label: one.title }))}
        value={chosen < 0 ? null : String(chosen)}
        onChange={(next) => onChange(next === null ? undefined : { ...variants[Number(next)]?.constants })}
      />
      {variant === undefined ? null : (
        <ObjectFields
          schema={variant.schema}
          value={value}
          pointer={pointer}
          onChange={onChange}
          without={new Set(Object.keys(variant.constants))}
        />
      )}
    </>
  );
};
