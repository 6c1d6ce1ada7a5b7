import type { ConnectionView, DeliveryView, DocumentView, RunStatus, StepStatus } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { connectionLooks, deliveryLooks, documentLooks, runLooks, stepLooks } from './looks.js';
import { StateMark } from './state-mark.js';

export const RunState = ({ status }: { readonly status: RunStatus }) => (
  <StateMark {...runLooks[status]}>{useTexts().states.run[status]}</StateMark>
);

export const StepState = ({ status }: { readonly status: StepStatus }) => (
  <StateMark {...stepLooks[status]}>{useTexts().states.step[status]}</StateMark>
);

const quoted = (reason: string | undefined): string => (reason === undefined || reason === '' ? '' : `: «${reason}»`);

export const DocumentState = ({ document }: { readonly document: DocumentView }) => {
  const words = useTexts().states.document[document.headline];
  const text = `${words}${quoted(document.state.reason)}`;
  return (
    <StateMark {...documentLooks[document.headline]} title={text}>
      {text}
    </StateMark>
  );
};

/** What was let in without a run, an operator's news or a callback, went to a document or to a wait. */
export const DeliveryState = ({ delivery: { status, runId } }: { readonly delivery: DeliveryView }) => {
  const { delivery, taken } = useTexts().states;
  return (
    <StateMark {...deliveryLooks[status]}>
      {status === 'admitted' && runId === undefined ? taken : delivery[status]}
    </StateMark>
  );
};

export const ConnectionState = ({ status }: { readonly status: ConnectionView['status'] }) => (
  <StateMark {...connectionLooks[status]}>{useTexts().states.connection[status]}</StateMark>
);
