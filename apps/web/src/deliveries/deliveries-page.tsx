import { Button, Select } from '@mantine/core';
import type { DeliveryView } from '@potok/contracts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { DELIVERY_STATUSES, type DeliveriesSearch } from '../app/searches.js';
import type { Texts } from '../app/texts/catalogue.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Moment } from '../format/moment.js';
import type { Column } from '../page/data-table.js';
import { Empty } from '../page/empty.js';
import { PageFrame } from '../page/page.js';
import { PagedTable } from '../page/paged-table.js';
import { usePaged } from '../page/paged.js';
import { DeliveryState } from '../states/states.js';
import { DeliveryPanel } from './delivery-panel.js';

type Change = Partial<Record<keyof DeliveriesSearch, string | undefined>>;

const columns = (texts: Texts): readonly Column<DeliveryView>[] => [
  {
    key: 'source',
    title: texts.deliveries.source,
    width: '170px',
    phone: 'lead',
    cell: ({ source }) => <strong>{texts.deliveries.sources[source]}</strong>,
  },
  { key: 'endpoint', title: texts.deliveries.endpoint, cell: ({ endpointName }) => endpointName },
  {
    key: 'status',
    title: texts.deliveries.status,
    width: '190px',
    cell: (delivery) => <DeliveryState delivery={delivery} />,
  },
  {
    key: 'reason',
    title: texts.deliveries.reason,
    phone: 'hide',
    cell: ({ reason }) => (
      <span className="dim" title={reason}>
        {reason}
      </span>
    ),
  },
  {
    key: 'at',
    title: texts.deliveries.received,
    width: '130px',
    align: 'right',
    cell: ({ receivedAt }) => <Moment at={receivedAt} />,
  },
];

const NoDeliveries = () => {
  const { deliveries } = useTexts();
  const { id } = useWorkspace();
  const toScenarios = (
    <Button component={Link} to={`/w/${id}/scenarios`} variant="default">
      {deliveries.toScenarios}
    </Button>
  );
  return <Empty action={toScenarios}>{deliveries.empty}</Empty>;
};

export const DeliveriesPage = () => {
  const texts = useTexts();
  const { status, open } = getRouteApi('/w/$ws/deliveries').useSearch();
  const navigate = useNavigate({ from: '/w/$ws/deliveries' });
  const change = useCallback(
    (next: Change) =>
      void navigate({ search: (now) => ({ ...now, ...next }) as DeliveriesSearch, replace: true, resetScroll: false }),
    [navigate],
  );
  const close = useCallback(() => change({ open: undefined }), [change]);
  const answer = usePaged<DeliveryView>('deliveries', { status });
  return (
    <PageFrame title={texts.deliveries.title} about={texts.deliveries.about}>
      <div className="filters" role="search">
        <Select
          aria-label={texts.deliveries.status}
          placeholder={texts.deliveries.anyStatus}
          clearable
          w={220}
          data={DELIVERY_STATUSES.map((value) => ({ value, label: texts.states.delivery[value] }))}
          value={status ?? null}
          onChange={(next) => change({ status: next ?? undefined })}
        />
      </div>
      <div className="with-side">
        <div>
          <PagedTable
            answer={answer}
            label={texts.deliveries.title}
            columns={columns(texts)}
            idOf={({ id }) => id}
            onOpen={({ id }) => change({ open: id })}
            chosen={open}
            empty={<NoDeliveries />}
            onClear={status === undefined ? undefined : () => void navigate({ search: {} })}
          />
        </div>
        {open === undefined ? null : (
          <DeliveryPanel key={open} deliveryId={open} onClose={close} onOpen={(id) => change({ open: id })} />
        )}
      </div>
    </PageFrame>
  );
};
