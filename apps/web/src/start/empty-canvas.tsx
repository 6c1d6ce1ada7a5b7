import { UnstyledButton } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly onTemplate: () => void;
  readonly onFirstStep: () => void;
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly about: string;
  readonly onClick: () => void;
}

const Way = ({ icon, title, about, onClick }: WayProps) => (
  <UnstyledButton className="empty-way" onClick={onClick}>
    {icon}
    <span>
      <strong>{title}</strong>
      <small>{about}</small>
    </span>
  </UnstyledButton>
);

/** What stands on a canvas without a step: one sentence and two ways to begin. */
export const EmptyCanvas = ({ onTemplate, onFirstStep }: Props) => {
  const { start } = useEditorTexts();
  return (
    <section className="empty-canvas" aria-label={start.emptyCanvas}>
      <p>{start.emptyCanvasAbout}</p>
      <div>
        <Way
          icon={<IconTemplate size={28} stroke={1.5} aria-hidden />}
          title={start.takeTemplate}
          about={start.takeTemplateAbout}
          onClick={onTemplate}
        />
        <Way
          icon={<IconPlus size={28} stroke={1.5} aria-hidden />}
          title={start.firstStep}
          about={start.firstStepAbout}
          onClick={onFirstStep}
        />
      </div>
    </section>
  );
};
