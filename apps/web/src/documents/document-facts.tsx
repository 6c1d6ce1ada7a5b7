import type { DocumentView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatMoney } from '../format/money.js';
import { fact, Facts } from '../page/facts.js';
import { DocumentState } from '../states/states.js';
import { TrialMark } from '../states/trial-mark.js';
import { TestMark } from './test-mark.js';

const innKpp = ({ inn, kpp }: { readonly inn: string; readonly kpp?: string }): string =>
  kpp === undefined ? inn : `${inn}/${kpp}`;

/** Who, with whom, for how much, and what comes next. */
export const DocumentFacts = ({ document }: { readonly document: DocumentView }) => {
  const { texts, language } = useSpeech();
  const { id: ws } = useWorkspace();
  const { documents, runs } = texts;
  const { organization, counterparty, state, runId, dealId } = document;
  return (
    <section className="document-facts">
      <DocumentState document={document} />
      <p>
        {documents.next[document.headline]}
        {state.reason === undefined || state.reason === '' ? null : ` ${documents.reason(state.reason)}`}
      </p>
      {document.isTrial ? <TrialMark /> : null}
      {document.isTestSignature ? <TestMark /> : null}
      <Facts
        rows={[
          fact(documents.total, <strong className="num">{formatMoney(document.total, language)}</strong>),
          fact(documents.vat, <span className="num">{formatMoney(document.vat, language)}</span>),
          fact(documents.seller, `${organization.name}, ${runs.inn(organization.inn)}`),
          fact(documents.buyer, `${counterparty.name}, ${runs.inn(innKpp(counterparty))}`),
          fact(documents.deal, dealId),
          fact(
            documents.run,
            runId === undefined ? undefined : (
              <Link to="/w/$ws/runs/$id" params={{ ws, id: runId }}>
                {documents.openRun}
              </Link>
            ),
          ),
        ]}
      />
    </section>
  );
};
