import { lazy, Suspense } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { Rows } from '../page/loaded.js';
import type { MergeTextProps } from './merge-text.js';

const MergeText = lazy(async () => ({ default: (await import('./merge-text.js')).MergeText }));

/** Two texts compared line by line. The editor that shows them comes when it is first needed. */
export const TextDiff = (props: MergeTextProps) => {
  const { compare } = useEditorTexts();
  if (props.before === props.after) return <p className="dim">{compare.textSame}</p>;
  return (
    <Suspense fallback={<Rows count={8} />}>
      <MergeText {...props} />
    </Suspense>
  );
};
