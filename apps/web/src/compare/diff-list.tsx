import type { Scenario } from '@potok/contracts';
import { describeDiff, diffScenarios, type DiffGroup } from '@potok/scenario';
import { useMemo } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import type { Kinds } from '../canvas/manifest.js';
import { ChangeGroups } from './change-groups.js';

interface Props {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly kinds: Kinds;
  /** Above the list: «ваши изменения». */
  readonly title?: string;
  readonly isLayoutHidden?: boolean;
  readonly chosen?: string | undefined;
  readonly onChoose?: (group: DiffGroup) => void;
}

/** What is between two drawings, in words. Says so when there is nothing. */
export const DiffList = ({ before, after, kinds, title, isLayoutHidden = false, chosen, onChoose }: Props) => {
  const { texts, language } = useEditorSpeech();
  const { compare } = texts;
  const groups = useMemo(
    () => describeDiff(diffScenarios(before, after, kinds), language, kinds),
    [before, after, kinds, language],
  );
  const shown = isLayoutHidden ? groups.filter((group) => !group.isLayoutOnly) : groups;
  const hidden = groups.length - shown.length;
  return (
    <section className="diff-list" aria-label={title ?? compare.changes}>
      {title === undefined ? null : <h2 className="section-title first">{title}</h2>}
      {groups.length === 0 ? <p className="dim">{compare.same}</p> : null}
      {groups.length > 0 && groups.every((group) => group.isLayoutOnly) ? (
        <p className="dim">{compare.onlyLayout}</p>
      ) : null}
      {shown.length === 0 ? null : <ChangeGroups groups={shown} chosen={chosen} onChoose={onChoose} />}
      {hidden === 0 ? null : <p className="dim small">{compare.hidden(hidden)}</p>}
    </section>
  );
};
