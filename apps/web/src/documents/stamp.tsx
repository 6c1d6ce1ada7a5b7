import type { DocumentDetailView } from '@potok/contracts';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';

interface Props {
  readonly title: DocumentDetailView['titles'][number];
  readonly isTest: boolean;
}

/** The stamp of one signature, as bookkeepers know it from the paper. */
export const Stamp = ({ title, isTest }: Props) => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const { documents } = texts;
  return (
    <div className="stamp">
      <strong>{documents.stamp}</strong>
      <span>{documents.roles[title.role] ?? title.role}</span>
      <span>{title.signer}</span>
      <span className="num">{formatMoment(title.createdAt, { language, timeZone })}</span>
      {isTest ? <em>{documents.testMark}</em> : null}
    </div>
  );
};
