import { Button } from '@mantine/core';
import type { TemplateView } from '@potok/contracts';
import { IconClock } from '@tabler/icons-react';
import { useId } from 'react';
import { useEditorSpeech, useEditorTexts } from '../../app/texts/use-texts.js';
import type { Kinds } from '../../canvas/manifest.js';
import { Preview } from '../../picture/preview.js';
import { useMakeEmpty } from '../use-make.js';
import type { Need } from '../templates.js';
import { NeedList } from './need-list.js';

interface Props {
  readonly template: TemplateView;
  readonly kinds: Kinds | undefined;
  readonly needs: readonly Need[];
  readonly onAdd: (slot: Need['slot']) => void;
  readonly onChoose: () => void;
}

export const TemplateCard = ({ template, kinds, needs, onAdd, onChoose }: Props) => {
  const { texts, language } = useEditorSpeech();
  const { start } = texts;
  const heading = useId();
  return (
    <li className="template" aria-labelledby={heading}>
      <div className="template-picture">
        {kinds === undefined ? null : <Preview scenario={template.scenario} kinds={kinds} />}
      </div>
      <div className="template-words">
        <h2 id={heading}>{template.outcome[language]}</h2>
        <p>{template.about[language]}</p>
        <NeedList needs={needs} onAdd={onAdd} />
      </div>
      <footer>
        <span className="template-minutes">
          <IconClock size={14} aria-hidden />
          {start.minutes(template.minutes)}
        </span>
        <Button onClick={onChoose} aria-label={start.chooseNamed(template.title[language])}>
          {start.choose}
        </Button>
      </footer>
    </li>
  );
};

/** The first card: a scenario to be drawn from nothing. */
export const EmptyCard = () => {
  const { start } = useEditorTexts();
  const making = useMakeEmpty();
  const heading = useId();
  return (
    <li className="template is-empty" aria-labelledby={heading}>
      <div className="template-picture">
        <svg viewBox="0 0 220 90" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
          <rect x="14" y="33" width="56" height="24" rx="12" />
          <path d="M70 45h30" strokeDasharray="4 4" />
          <rect x="100" y="33" width="56" height="24" rx="6" strokeDasharray="4 4" />
          <path d="M128 40v10M123 45h10M156 45h30" strokeDasharray="0" />
        </svg>
      </div>
      <div className="template-words">
        <h2 id={heading}>{start.empty}</h2>
        <p>{start.emptyAbout}</p>
      </div>
      <footer>
        <span />
        <Button variant="default" loading={making.isPending} onClick={() => making.mutate(undefined)}>
          {start.beginEmpty}
        </Button>
      </footer>
    </li>
  );
};
