import type { CertificateView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { isEnding } from '../attention/use-attention.js';
import type { Texts } from '../app/texts/catalogue.js';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatInstantDay } from '../format/dates.js';
import { type Column, DataTable } from '../page/data-table.js';
import { StateMark } from '../states/state-mark.js';

const Validity = ({ certificate, texts }: { readonly certificate: CertificateView; readonly texts: Texts }) => {
  const { settings } = texts;
  const now = Date.now();
  if (new Date(certificate.notAfter).getTime() < now)
    return (
      <StateMark hue="red" icon={IconAlertTriangle}>
        {settings.expired}
      </StateMark>
    );
  return isEnding(certificate, now) ? (
    <StateMark hue="amber" icon={IconClock}>
      {settings.expiresSoon}
    </StateMark>
  ) : (
    <StateMark hue="green" icon={IconCheck}>
      {settings.inForce}
    </StateMark>
  );
};

const columns = (texts: Texts, day: (at: string) => string): readonly Column<CertificateView>[] => {
  const { settings } = texts;
  return [
    {
      key: 'owner',
      title: settings.owner,
      phone: 'lead',
      cell: ({ owner, position }) => (
        <span className="two">
          <strong>{owner}</strong>
          <small>{position}</small>
        </span>
      ),
    },
    {
      key: 'provider',
      title: settings.provider,
      width: '230px',
      cell: ({ provider, isTest }) => (
        <span className="two">
          <span>{settings.providers[provider] ?? provider}</span>
          {isTest ? <small>{settings.isTest}</small> : null}
        </span>
      ),
    },
    { key: 'valid', title: settings.valid, width: '130px', cell: ({ notAfter }) => day(notAfter) },
    {
      key: 'state',
      title: texts.runs.state,
      width: '150px',
      cell: (certificate) => <Validity certificate={certificate} texts={texts} />,
    },
    {
      key: 'thumbprint',
      title: settings.thumbprint,
      phone: 'hide',
      cell: ({ thumbprint }) => <code className="mono dim">{thumbprint}</code>,
    },
  ];
};

export const CertificateTable = ({ certificates }: { readonly certificates: readonly CertificateView[] }) => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  return (
    <DataTable
      label={texts.settings.tabs.certificates}
      columns={columns(texts, (at) => formatInstantDay(at, { language, timeZone }))}
      rows={certificates}
      idOf={({ id }) => id}
    />
  );
};
