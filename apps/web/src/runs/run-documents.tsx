import type { DocumentView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatDay } from '../format/dates.js';
import { formatMoney } from '../format/money.js';
import { DocumentState } from '../states/states.js';

export const RunDocuments = ({ documents }: { readonly documents: readonly DocumentView[] }) => {
  const { texts, language } = useSpeech();
  const { id: ws } = useWorkspace();
  if (documents.length === 0) return <p className="dim">{texts.runs.noDocuments}</p>;
  return (
    <ul className="run-documents">
      {documents.map((document) => (
        <li key={document.id}>
          <Link to="/w/$ws/documents/$id" params={{ ws, id: document.id }}>
            {texts.documents.dated(
              texts.documents.kinds[document.kind] ?? document.kind,
              document.number,
              formatDay(document.date),
            )}
          </Link>
          <span className="num">{formatMoney(document.total, language)}</span>
          <DocumentState document={document} />
        </li>
      ))}
    </ul>
  );
};
