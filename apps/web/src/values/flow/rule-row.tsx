import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { dynamicOf, type Rule, type RuleKind } from '@potok/scenario';
import { useEditorSpeech, useEditorTexts } from '../../app/texts/use-texts.js';
import { FieldInput } from '../field-input.js';
import { choicesOf } from '../shape.js';
import { useValues } from '../values-context.js';
import { asKind, kindOf, needsValue, operatorsOf, schemaOfRule, shownRule, withField } from './rule-kinds.js';

interface Props {
  readonly rule: Rule;
  readonly number: number;
  /** «и» or «или» in front of all rows but the first. */
  readonly joint: string | undefined;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

const kinds: readonly RuleKind[] = ['text', 'integer', 'decimal', 'boolean'];

const ValueInput = ({ rule, onChange }: Pick<Props, 'rule' | 'onChange'>) => {
  const { texts, language } = useEditorSpeech();
  const { rules: words } = texts.values;
  const { scope, names } = useValues();
  const choices = choicesOf(schemaOfRule(rule.path, { scope, names }), language);
  if (choices.length > 0 && (rule.operator === 'eq' || rule.operator === 'ne')) {
    return (
      <Select
        aria-label={words.value}
        data={choices.map(({ value, title }) => ({ value: String(value), label: title }))}
        value={rule.value === '' ? null : rule.value}
        onChange={(next) => onChange({ ...rule, value: next ?? '' })}
      />
    );
  }
  const read = (text: string): string =>
    rule.kind === 'decimal' || rule.kind === 'integer' ? text.replace(',', '.') : text;
  return (
    <TextInput
      aria-label={words.value}
      inputMode={rule.kind === 'text' ? 'text' : 'decimal'}
      value={rule.value}
      onChange={(event) => onChange({ ...rule, value: read(event.currentTarget.value) })}
    />
  );
};

/** Field, comparison, value. */
export const RuleRow = ({ rule: given, number, joint, onChange, onRemove }: Props) => {
  const { rules: words } = useEditorTexts().values;
  const { scope, names } = useValues();
  const here = { scope, names };
  const rule = shownRule(given, here);
  const isOpen = rule.path !== '' && kindOf(schemaOfRule(rule.path, here)) === undefined;
  const pick = (value: unknown): void => {
    const dynamic = dynamicOf(value);
    onChange(dynamic?.kind === 'cel' ? withField(rule, dynamic.text, here) : { ...rule, path: '', isOptional: false });
  };
  return (
    <div className="rule" data-valued={needsValue(rule.operator)}>
      {joint === undefined ? null : <span className="rule-joint">{joint}</span>}
      <FieldInput title={words.field} text={rule.path} onChange={pick} />
      {isOpen ? (
        <Select
          aria-label={words.kinds}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: words.kindNames[value] }))}
          value={rule.kind}
          onChange={(next) => onChange(asKind(rule, kinds.find((kind) => kind === next) ?? rule.kind))}
        />
      ) : null}
      <Select
        aria-label={words.operator}
        allowDeselect={false}
        data={operatorsOf[rule.kind].map((value) => ({ value, label: words.operators[value] }))}
        value={rule.operator}
        onChange={(next) => onChange({ ...rule, operator: next ?? 'eq' })}
      />
      {needsValue(rule.operator) ? <ValueInput rule={rule} onChange={onChange} /> : null}
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.remove(number)} onClick={onRemove}>
        <IconTrash size={14} />
      </ActionIcon>
    </div>
  );
};
