import { ActionIcon, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCode, IconPlus, IconX } from '@tabler/icons-react';
import type { JsonSchema } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { chipTitles } from './chip-titles.js';
import { PathChips } from './path-chips.js';
import { formulaText } from './pick.js';
import { SourceTree } from './source-tree.js';
import { useValues } from './values-context.js';

interface Props {
  readonly title: string;
  readonly text: string;
  /** Of the field that is filled; without it only a path will do, as in a condition. */
  readonly schema?: JsonSchema | undefined;
  readonly onChange: (value: unknown) => void;
  /** Shows the path as a formula. */
  readonly onCode?: (() => void) | undefined;
}

const Chosen = ({ text }: { readonly text: string }) => {
  const { scope, names } = useValues();
  const texts = useEditorTexts();
  const titles = chipTitles(text, { scope, names, texts });
  if (titles !== undefined) return <PathChips titles={titles} />;
  return (
    <span className="value-pick">
      <IconPlus size={14} aria-hidden /> {texts.values.pickField}
    </span>
  );
};

/** «Поле»: a field of an earlier step, in words; a click opens the tree of what can be taken. */
export const FieldInput = ({ title, text, schema, onChange, onCode }: Props) => {
  const { values } = useEditorTexts();
  const { scope, names } = useValues();
  const [isOpen, setIsOpen] = useState(false);
  const word = text === '' ? values.pickField : values.changeField;
  return (
    <div className="field-input">
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        width={380}
        position="bottom-start"
        trapFocus
        returnFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <UnstyledButton
            className="field-chosen"
            aria-label={`${title}: ${word}`}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Chosen text={text} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className="field-dropdown">
          <SourceTree
            scope={scope}
            names={names}
            isPathOnly={schema === undefined}
            onPick={(picked) => {
              onChange({ $cel: formulaText(picked, schema) });
              setIsOpen(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {text === '' ? null : (
        <>
          {onCode === undefined ? null : (
            <Tooltip label={values.showCode}>
              <ActionIcon variant="subtle" color="gray" size={28} aria-label={values.showCode} onClick={onCode}>
                <IconCode size={16} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={values.clear}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={values.clearField(title)}
              onClick={() => onChange(undefined)}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </div>
  );
};
