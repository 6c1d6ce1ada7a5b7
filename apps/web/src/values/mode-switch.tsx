import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconBraces, IconForms, IconList, IconMathFunction, IconTag } from '@tabler/icons-react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { Mode } from './mode.js';

const icons = {
  literal: IconForms,
  field: IconTag,
  formula: IconMathFunction,
  template: IconBraces,
  each: IconList,
} as const;

interface Props {
  readonly title: string;
  readonly modes: readonly Mode[];
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** `Значение | Поле | Формула`: the chosen one with its word, the others as pictures with a name. */
export const ModeSwitch = ({ title, modes, mode, onChange }: Props) => {
  const { values } = useEditorTexts();
  return (
    <span className="mode-switch" role="group" aria-label={values.modeOf(title)}>
      {modes.map((one) => {
        const Icon = icons[one];
        const isChosen = one === mode;
        return (
          <Tooltip key={one} label={values.modes[one]} disabled={isChosen}>
            <UnstyledButton
              className="mode"
              aria-pressed={isChosen}
              aria-label={values.modes[one]}
              onClick={() => (isChosen ? undefined : onChange(one))}
            >
              <Icon size={14} stroke={1.5} aria-hidden />
              {isChosen ? <span className="mode-word">{values.modes[one]}</span> : null}
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </span>
  );
};
