import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconBraces, IconForms, IconList, IconMathFunction, IconTag } from '@tabler/icons-react';
import { type KeyboardEvent } from 'react';
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

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrows go from one to the next, so that Tab leads past the switch in one step. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = STEPS[event.key];
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((one) => one === document.activeElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  buttons.at((at + step) % buttons.length)?.focus();
};

/** `Значение | Поле | Формула`: the chosen one with its word, the others as pictures with a name. */
export const ModeSwitch = ({ title, modes, mode, onChange }: Props) => {
  const { values } = useEditorTexts();
  return (
    <span className="mode-switch" role="toolbar" aria-label={values.modeOf(title)} onKeyDown={walk}>
      {modes.map((one) => {
        const Icon = icons[one];
        const isChosen = one === mode;
        return (
          <Tooltip key={one} label={values.modes[one]} disabled={isChosen}>
            <UnstyledButton
              className="mode"
              tabIndex={isChosen ? 0 : -1}
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
