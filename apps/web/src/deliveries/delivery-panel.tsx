import { Button, UnstyledButton } from '@mantine/core';
import type { DeliveryDetailView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';
import { formatCount } from '../format/money.js';
import { fact, Facts } from '../page/facts.js';
import { JsonView } from '../page/json-view.js';
import { Loaded } from '../page/loaded.js';
import { SidePanel } from '../page/side-panel.js';
import { DeliveryState } from '../states/states.js';
import { ReplayDialog } from './replay-dialog.js';

interface Props {
  readonly deliveryId: string;
  readonly onClose: () => void;
  readonly onOpen: (deliveryId: string) => void;
}

const useDelivery = (deliveryId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'delivery', deliveryId],
    queryFn: ({ signal }) => api.get<DeliveryDetailView>(path(`/deliveries/${deliveryId}`), signal),
  });
};

const Other = ({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) => (
  <UnstyledButton className="mono link" onClick={() => onOpen(id)}>
    {id.slice(-8)}
  </UnstyledButton>
);

const DeliveryFacts = ({
  delivery,
  onOpen,
}: {
  readonly delivery: DeliveryDetailView;
  readonly onOpen: Props['onOpen'];
}) => {
  const { texts, language } = useSpeech();
  const { timeZone, id: ws } = useWorkspace();
  const { deliveries } = texts;
  const { runId, sameAs, replayOf } = delivery;
  return (
    <Facts
      rows={[
        fact(deliveries.received, formatMoment(delivery.receivedAt, { language, timeZone })),
        fact(deliveries.endpoint, delivery.endpointName),
        fact(deliveries.reason, delivery.reason),
        fact(deliveries.sameAs, sameAs === undefined ? undefined : <code className="mono">{sameAs}</code>),
        fact(deliveries.replayOf, replayOf === undefined ? undefined : <Other id={replayOf} onOpen={onOpen} />),
        fact(
          texts.documents.run,
          runId === undefined ? undefined : (
            <Link to="/w/$ws/runs/$id" params={{ ws, id: runId }}>
              {deliveries.openRun}
            </Link>
          ),
        ),
      ]}
    />
  );
};

/** What came, as it came: headers and body with secrets masked. */
export const DeliveryPanel = ({ deliveryId, onClose, onOpen }: Props) => {
  const { texts, language } = useSpeech();
  const { deliveries } = texts;
  const answer = useDelivery(deliveryId);
  const [isAsked, setIsAsked] = useState(false);
  return (
    <SidePanel
      label={deliveries.title}
      title={answer.data === undefined ? texts.page.loading : deliveries.sources[answer.data.source]}
      onClose={onClose}
      action={
        <Button variant="default" onClick={() => setIsAsked(true)}>
          {deliveries.replay}
        </Button>
      }
    >
      <Loaded answer={answer}>
        {(delivery) => (
          <>
            <DeliveryState delivery={delivery} />
            <DeliveryFacts delivery={delivery} onOpen={onOpen} />
            <section>
              <h2 className="section-title first">{deliveries.headers}</h2>
              <JsonView value={delivery.headers} label={deliveries.headers} />
            </section>
            <section>
              <h2 className="section-title first">
                {`${deliveries.body} · ${delivery.contentType} · ${deliveries.size(formatCount(delivery.sizeBytes, language))}`}
              </h2>
              <JsonView value={delivery.body} label={deliveries.body} />
              <p className="dim small">{deliveries.masked}</p>
            </section>
          </>
        )}
      </Loaded>
      {isAsked ? <ReplayDialog deliveryId={deliveryId} onClose={() => setIsAsked(false)} onReplayed={onOpen} /> : null}
    </SidePanel>
  );
};
