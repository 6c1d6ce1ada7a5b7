import { SegmentedControl } from '@mantine/core';
import { dynamicOf, readRules } from '@potok/scenario';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { FieldFindings } from '../field-findings.js';
import { FieldRow } from '../field-row.js';
import type { Mode } from '../mode.js';
import { ResultLine } from '../result-line.js';
import { useResult } from '../use-result.js';
import { RuleRows } from './rule-rows.js';

interface Props {
  readonly value: unknown;
  readonly pointer: string;
  readonly onChange: (value: unknown) => void;
}

const condition = { type: 'boolean' } as const;
const formulaOnly: readonly Mode[] = ['formula', 'literal', 'field'];

const celOf = (value: unknown): string | undefined => {
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') return dynamic.text;
  return value === undefined ? '' : undefined;
};

/** A condition as rows, or as a formula where it is more than rows can hold. */
export const ConditionInput = ({ value, pointer, onChange }: Props) => {
  const { decide, rules: words } = useEditorTexts().values;
  const [chosen, setChosen] = useState<'rules' | 'formula'>();
  const text = celOf(value);
  const rules = text === undefined || text === '' ? undefined : readRules(text);
  const canBeRows = text === '' || rules !== undefined;
  const isRows = canBeRows && chosen !== 'formula';
  const result = useResult(value, condition);
  return (
    <div className="condition">
      <SegmentedControl
        size="xs"
        aria-label={decide.condition}
        data={[
          { value: 'rules', label: decide.rules, disabled: !canBeRows },
          { value: 'formula', label: decide.formula },
        ]}
        value={isRows ? 'rules' : 'formula'}
        onChange={(next) => setChosen(next === 'formula' ? 'formula' : 'rules')}
      />
      {isRows ? (
        <div className="value-field" data-pointer={pointer}>
          <RuleRows text={text ?? ''} onChange={(next) => onChange(next === '' ? undefined : { $cel: next })} />
          <ResultLine id={`${pointer}-result`} result={result} schema={condition} />
          {result.kind === 'error' ? null : <FieldFindings pointer={pointer} isDeep={false} />}
        </div>
      ) : (
        <>
          <FieldRow
            schema={condition}
            title={decide.condition}
            isRequired
            value={value}
            modes={formulaOnly}
            pointer={pointer}
            onChange={onChange}
          />
          {canBeRows ? null : <p className="value-about">{words.tooComplex}</p>}
        </>
      )}
    </div>
  );
};
