import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Loaded } from '../page/loaded.js';
import { SidePanel } from '../page/side-panel.js';
import { DocumentFacts } from './document-facts.js';
import { DocumentFiles } from './document-files.js';
import { DocumentHistory } from './document-history.js';
import { fullName } from './named.js';
import { useDocument } from './queries.js';

export const DocumentPanel = ({
  documentId,
  onClose,
}: {
  readonly documentId: string;
  readonly onClose: () => void;
}) => {
  const texts = useTexts();
  const { id } = useWorkspace();
  const answer = useDocument(documentId);
  return (
    <SidePanel
      label={texts.documents.paper}
      title={answer.data === undefined ? texts.page.loading : fullName(answer.data, texts)}
      onClose={onClose}
      action={
        <Button component={Link} to={`/w/${id}/documents/${documentId}`} variant="default">
          {texts.page.open}
        </Button>
      }
    >
      <Loaded answer={answer}>
        {(document) => (
          <>
            <DocumentFacts document={document} />
            <DocumentHistory document={document} />
            <DocumentFiles document={document} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
};
