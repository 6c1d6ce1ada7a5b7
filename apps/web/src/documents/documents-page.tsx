import { Button } from '@mantine/core';
import type { DocumentView } from '@potok/contracts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { DocumentsSearch } from '../app/searches.js';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { periodFromDay } from '../format/period.js';
import { Empty } from '../page/empty.js';
import { ExportMenu } from '../page/export-menu.js';
import { PageFrame } from '../page/page.js';
import { PagedTable } from '../page/paged-table.js';
import { usePaged } from '../page/paged.js';
import { documentColumns } from './document-columns.js';
import { DocumentPanel } from './document-panel.js';
import { DocumentsFilters, type DocumentsChange } from './documents-filters.js';
import { QueueTabs } from './queue-tabs.js';

const NoDocuments = () => {
  const { documents } = useTexts();
  const { id } = useWorkspace();
  const toScenarios = (
    <Button component={Link} to={`/w/${id}/scenarios`} variant="default">
      {documents.toScenarios}
    </Button>
  );
  return <Empty action={toScenarios}>{documents.empty}</Empty>;
};

export const DocumentsPage = () => {
  const { texts, language } = useSpeech();
  const { id: ws } = useWorkspace();
  const search = getRouteApi('/w/$ws/documents').useSearch();
  const navigate = useNavigate({ from: '/w/$ws/documents' });
  const change = useCallback(
    (next: DocumentsChange) =>
      void navigate({ search: (now) => ({ ...now, ...next }) as DocumentsSearch, replace: true, resetScroll: false }),
    [navigate],
  );
  const close = useCallback(() => change({ open: undefined }), [change]);
  const { open, ...filters } = search;
  const conditions = { search: search.q, kind: search.kind, from: periodFromDay(search.period) };
  const query = { ...conditions, queue: search.queue, headline: search.state };
  const answer = usePaged<DocumentView>('documents', query);
  return (
    <PageFrame title={texts.documents.title} about={texts.documents.about}>
      <QueueTabs query={conditions} chosen={search.queue} onChoose={(queue) => change({ queue, state: undefined })} />
      <DocumentsFilters search={search} onChange={change}>
        <ExportMenu kind="documents" query={query} />
      </DocumentsFilters>
      <div className="with-side">
        <div>
          <PagedTable
            answer={answer}
            label={texts.documents.title}
            columns={documentColumns(texts, language)}
            idOf={({ id }) => id}
            onOpen={({ id }) => change({ open: id })}
            hrefOf={({ id }) => `/w/${ws}/documents/${id}`}
            chosen={open}
            empty={<NoDocuments />}
            onClear={Object.keys(filters).length === 0 ? undefined : () => void navigate({ search: {} })}
          />
        </div>
        {open === undefined ? null : <DocumentPanel key={open} documentId={open} onClose={close} />}
      </div>
    </PageFrame>
  );
};
