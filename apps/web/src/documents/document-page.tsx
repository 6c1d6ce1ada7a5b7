import type { DocumentDetailView } from '@potok/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Loaded } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { DocumentFacts } from './document-facts.js';
import { DocumentFiles } from './document-files.js';
import { DocumentHistory } from './document-history.js';
import { fullName, isOver } from './named.js';
import { Paper } from './paper.js';
import { useDocument, useReadable } from './queries.js';

const hasPaper = ({ titles }: DocumentDetailView): boolean => titles.some(({ role }) => role === 'seller');

const ReadPaper = ({ document }: { readonly document: DocumentDetailView }) => (
  <Loaded answer={useReadable(document.id)} rows={12}>
    {(view) => <Paper view={view} document={document} />}
  </Loaded>
);

const Body = ({ document }: { readonly document: DocumentDetailView }) => {
  const { documents } = useTexts();
  return (
    <div className="document-body">
      <div>{hasPaper(document) ? <ReadPaper document={document} /> : <p className="dim">{documents.noPaper}</p>}</div>
      <aside className="card">
        <DocumentFacts document={document} />
        <DocumentHistory document={document} />
        <DocumentFiles document={document} />
      </aside>
    </div>
  );
};

/** Left the paper, right where it stands, the time line with evidence, and the files. */
export const DocumentPage = () => {
  const texts = useTexts();
  const { id } = getRouteApi('/w/$ws/documents/$id').useParams();
  const { id: ws } = useWorkspace();
  const answer = useDocument(id);
  const document = answer.data;
  const title = document === undefined ? texts.documents.paper : fullName(document, texts);
  return (
    <PageFrame
      title={title}
      heading={document !== undefined && isOver(document) ? <span className="struck">{title}</span> : title}
      about={document?.counterparty.name}
      crumbs={
        <Link to="/w/$ws/documents" params={{ ws }}>
          {texts.documents.title}
        </Link>
      }
    >
      <Loaded answer={answer}>{(data) => <Body document={data} />}</Loaded>
    </PageFrame>
  );
};
