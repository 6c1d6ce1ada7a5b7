import { Button } from '@mantine/core';
import type { CertificateView } from '@potok/contracts';
import { IconAlertTriangle, IconCertificate, IconHandStop, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatInstantDay } from '../format/dates.js';
import { Moment } from '../format/moment.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { subjectOf } from '../runs/subject.js';
import { TrialMark } from '../states/trial-mark.js';
import { AttentionItem } from './attention-item.js';
import { type Attention, useAttention } from './use-attention.js';

const Group = ({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) =>
  children.length === 0 ? null : (
    <section>
      <h2 className="section-title">{`${title} · ${children.length}`}</h2>
      <ul className="attention">{children}</ul>
    </section>
  );

const Certificate = ({ certificate }: { readonly certificate: CertificateView }) => {
  const { texts, language } = useSpeech();
  const { timeZone, id } = useWorkspace();
  const isOver = new Date(certificate.notAfter).getTime() < Date.now();
  const day = formatInstantDay(certificate.notAfter, { language, timeZone });
  const { attention } = texts;
  return (
    <AttentionItem
      icon={IconCertificate}
      to={`/w/${id}/settings/certificates`}
      title={isOver ? attention.expired(certificate.owner, day) : attention.expires(certificate.owner, day)}
      words={isOver ? attention.expiredWhat : attention.expiresWhat}
    />
  );
};

const Found = ({ runs, deliveries, connections, certificates }: Attention) => {
  const texts = useTexts();
  const { id: ws } = useWorkspace();
  const { attention } = texts;
  return (
    <>
      <Group title={attention.runs}>
        {runs.map((run) => (
          <AttentionItem
            key={run.id}
            icon={IconHandStop}
            to={`/w/${ws}/runs/${run.id}`}
            title={subjectOf(run, texts).join(' · ')}
            words={run.fault === undefined ? run.scenarioName : `${run.fault.nodeName}: ${run.fault.detail}`}
            mark={run.mode === 'trial' ? <TrialMark /> : null}
            side={<Moment at={run.startedAt} />}
          />
        ))}
      </Group>
      <Group title={attention.deliveries}>
        {deliveries.map((delivery) => (
          <AttentionItem
            key={delivery.id}
            icon={IconAlertTriangle}
            to={`/w/${ws}/deliveries`}
            open={delivery.id}
            title={[texts.deliveries.sources[delivery.source], delivery.endpointName].filter(Boolean).join(' · ')}
            words={delivery.reason ?? texts.states.delivery.failed}
            side={<Moment at={delivery.receivedAt} />}
          />
        ))}
      </Group>
      <Group title={attention.connections}>
        {connections.map(({ id, name, fault }) => (
          <AttentionItem
            key={id}
            icon={IconPlugConnectedX}
            to={`/w/${ws}/connections`}
            title={name}
            words={fault?.detail ?? texts.states.connection.fails}
          />
        ))}
      </Group>
      <Group title={attention.certificates}>
        {certificates.map((certificate) => (
          <Certificate key={certificate.id} certificate={certificate} />
        ))}
      </Group>
    </>
  );
};

const isNothing = ({ runs, deliveries, connections, certificates }: Attention): boolean =>
  runs.length + deliveries.length + connections.length + certificates.length === 0;

export const AttentionLists = () => {
  const { attention } = useTexts();
  const { id } = useWorkspace();
  const toRuns = (
    <Button component={Link} to={`/w/${id}/runs`} variant="default">
      {attention.toRuns}
    </Button>
  );
  return (
    <Loaded answer={useAttention()}>
      {(found) => (isNothing(found) ? <Empty action={toRuns}>{attention.empty}</Empty> : <Found {...found} />)}
    </Loaded>
  );
};
