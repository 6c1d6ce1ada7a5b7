import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { readRules, type Rule, type Rules, writeRules } from '@potok/scenario';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { RuleRow } from './rule-row.js';

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const fresh: Rule = { path: '', isOptional: false, kind: 'text', operator: 'eq', value: '' };

/** A row without a field is not written yet. */
const written = ({ join, rules }: Rules): string =>
  writeRules({ join, rules: rules.filter(({ path }) => path !== '') });

/** Rows of a condition, joined by «и» or «или». They read and write CEL; half-filled rows stay here. */
export const RuleRows = ({ text, onChange }: Props) => {
  const { rules: words } = useEditorTexts().values;
  const [own, setOwn] = useState<Rules>(() => readRules(text) ?? { join: 'and', rules: [fresh] });
  const shown = written(own) === text ? own : (readRules(text) ?? { join: 'and', rules: [fresh] });
  const write = (next: Rules): void => {
    setOwn(next);
    onChange(written(next));
  };
  const put = (at: number, rule: Rule): void =>
    write({ ...shown, rules: shown.rules.map((one, index) => (index === at ? rule : one)) });
  return (
    <div className="rules">
      {shown.rules.map((rule, index) => (
        <RuleRow
          key={index}
          rule={rule}
          number={index + 1}
          joint={index === 0 ? undefined : words[shown.join]}
          onChange={(next) => put(index, next)}
          onRemove={() => write({ ...shown, rules: shown.rules.filter((_one, at) => at !== index) })}
        />
      ))}
      <div className="rules-foot">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => write({ ...shown, rules: [...shown.rules, fresh] })}
        >
          {words.add}
        </Button>
        {shown.rules.length < 2 ? null : (
          <Select
            size="xs"
            aria-label={words.join}
            allowDeselect={false}
            data={[
              { value: 'and', label: words.all },
              { value: 'or', label: words.any },
            ]}
            value={shown.join}
            onChange={(next) => write({ ...shown, join: next === 'or' ? 'or' : 'and' })}
          />
        )}
      </div>
    </div>
  );
};
