import { TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import type { JsonSchema } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { FieldRow } from './field-row.js';
import { withKey } from './literals/object-literal.js';
import { isUnder, pointerTo } from './pointer.js';
import { hintsOf, isRequiredIn, propertiesOf, textOf } from './shape.js';
import { useValues } from './values-context.js';

type Params = Readonly<Record<string, unknown>>;

interface Props {
  readonly schema: JsonSchema;
  readonly params: Params;
  readonly focusField: string | undefined;
  readonly onChange: (params: Params) => void;
}

interface Field {
  readonly key: string;
  readonly schema: JsonSchema;
  readonly title: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
}

/** From so many fields on a form can be searched. */
const MANY = 12;
/** So few optional fields are not worth folding. */
const FEW = 3;

const fieldsOf = (schema: JsonSchema): readonly Field[] =>
  propertiesOf(schema)
    .filter(([, one]) => !['hidden', 'secret'].includes(hintsOf(one).widget ?? ''))
    .map(([key, one]) => ({
      key,
      schema: one,
      title: textOf(one.title) ?? key,
      description: textOf(one.description),
      isRequired: isRequiredIn(schema, key),
    }));

const isLike = ({ key, title, description }: Field, words: string): boolean =>
  [key, title, description ?? ''].some((text) => text.toLowerCase().includes(words));

const Rows = ({
  fields,
  params,
  onChange,
}: Pick<Props, 'params' | 'onChange'> & { readonly fields: readonly Field[] }) =>
  fields.map(({ key, ...row }) => (
    <FieldRow
      key={key}
      {...row}
      value={params[key]}
      pointer={pointerTo('', key)}
      onChange={(next) => onChange(withKey(params, key, next))}
    />
  ));

interface MoreProps extends Pick<Props, 'params' | 'onChange' | 'focusField'> {
  readonly fields: readonly Field[];
}

/** Optional fields: folded, with a count of those that are filled in; open where something is wrong in them. */
const More = ({ fields, params, focusField, onChange }: MoreProps) => {
  const { form } = useEditorTexts().values;
  const { findings } = useValues();
  const [wish, setWish] = useState<boolean>();
  const pointers = [focusField, ...findings.filter(({ severity }) => severity === 'error').map(({ field }) => field)];
  const isCalledFor = fields.some(({ key }) => pointers.some((one) => isUnder(one, pointerTo('', key))));
  const isOpen = wish ?? isCalledFor;
  const filled = fields.filter(({ key }) => params[key] !== undefined).length;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <UnstyledButton className="value-more" aria-expanded={isOpen} onClick={() => setWish(!isOpen)}>
        <Chevron size={16} aria-hidden /> {form.more(fields.length)}
        {filled === 0 ? null : <span className="dim">{` · ${form.filled(filled)}`}</span>}
      </UnstyledButton>
      {isOpen ? <Rows fields={fields} params={params} onChange={onChange} /> : null}
    </>
  );
};

const Found = ({ fields, words, ...rest }: MoreProps & { readonly words: string }) => {
  const { form } = useEditorTexts().values;
  const found = fields.filter((one) => isLike(one, words.trim().toLowerCase()));
  return found.length === 0 ? <p className="dim">{form.noneFound(words)}</p> : <Rows fields={found} {...rest} />;
};

/** Fields of an object's schema: what must be filled in and what is, the rest folded. */
export const SchemaFields = ({ schema, params, focusField, onChange }: Props) => {
  const { form } = useEditorTexts().values;
  const [search, setSearch] = useState('');
  const fields = fieldsOf(schema);
  // What the step was filled with when it was opened stays in sight; a field does not jump while it is typed.
  const [filledAtFirst] = useState(() => new Set(Object.keys(params)));
  const shown = fields.filter(({ key, isRequired }) => isRequired || filledAtFirst.has(key));
  const optional = fields.filter(({ key, isRequired }) => !isRequired && !filledAtFirst.has(key));
  const common = { params, focusField, onChange };
  if (fields.length === 0) return <p className="dim">{form.none}</p>;
  return (
    <>
      {fields.length <= MANY ? null : (
        <TextInput
          type="search"
          leftSection={<IconSearch size={16} />}
          aria-label={form.search}
          placeholder={form.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {search.trim() === '' ? (
        <>
          <Rows fields={shown} {...common} />
          {optional.length <= FEW ? <Rows fields={optional} {...common} /> : <More fields={optional} {...common} />}
        </>
      ) : (
        <Found fields={fields} words={search} {...common} />
      )}
    </>
  );
};
