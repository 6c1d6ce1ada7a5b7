import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly onBack: () => void;
  /** Goes on without an answer. */
  readonly onLater?: () => void;
  readonly onNext?: () => void;
  readonly children: ReactNode;
}

/** One question of the wizard with its ways back and on. */
export const Question = ({ title, about, onBack, onLater, onNext, children }: Props) => {
  const { start, page } = useEditorTexts();
  return (
    <form
      className="question"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog opened from within stands elsewhere on the page, and its submit comes up here all the same.
        if (event.target === event.currentTarget) onNext?.();
      }}
    >
      <h2>{title}</h2>
      <p className="dim">{about}</p>
      <div className="question-fields">{children}</div>
      <footer>
        <Button variant="default" onClick={onBack}>
          {page.back}
        </Button>
        <span className="grow" />
        {onLater === undefined ? null : (
          <Button variant="subtle" onClick={onLater}>
            {start.later}
          </Button>
        )}
        {onNext === undefined ? null : <Button type="submit">{start.next}</Button>}
      </footer>
    </form>
  );
};
