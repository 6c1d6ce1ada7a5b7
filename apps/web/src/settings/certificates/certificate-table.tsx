import { ActionIcon, Tooltip } from '@mantine/core';
import type { CertificateView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck, IconClock, IconTrash } from '@tabler/icons-react';
import { isEnding } from '../../attention/use-attention.js';
import type { SettingsTexts } from '../../app/texts/catalogue.js';
import { useSettingsSpeech } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { formatInstantDay } from '../../format/dates.js';
import { type Column, DataTable } from '../../page/data-table.js';
import { StateMark } from '../../states/state-mark.js';
import { useOrganizations } from '../use-organizations.js';

const Validity = ({ certificate, texts }: { readonly certificate: CertificateView; readonly texts: SettingsTexts }) => {
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

const columns = (texts: SettingsTexts, day: (at: string) => string): readonly Column<CertificateView>[] => {
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

const organizationColumn = (
  { settings }: SettingsTexts,
  names: ReadonlyMap<string, string>,
): Column<CertificateView> => ({
  key: 'organization',
  title: settings.organizationOf,
  cell: ({ organizationId }) => {
    const name = names.get(organizationId);
    return name === undefined ? (
      <span className="dim">{settings.organizationGone}</span>
    ) : (
      <span title={name}>{name}</span>
    );
  },
});

const removeColumn = (
  { settings }: SettingsTexts,
  onRemove: (certificate: CertificateView) => void,
): Column<CertificateView> => ({
  key: 'remove',
  title: '',
  width: '52px',
  align: 'right',
  cell: (certificate) => (
    <Tooltip label={settings.certificate.remove(certificate.owner)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={settings.certificate.remove(certificate.owner)}
        onClick={() => onRemove(certificate)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  ),
});

interface Props {
  readonly certificates: readonly CertificateView[];
  /** Of all organizations: each row names its own. */
  readonly isOfAll?: boolean;
  readonly onRemove?: (certificate: CertificateView) => void;
}

export const CertificateTable = ({ certificates, isOfAll = false, onRemove }: Props) => {
  const { texts, language } = useSettingsSpeech();
  const { timeZone } = useWorkspace();
  const names = new Map(useOrganizations().map(({ id, name }) => [id, name]));
  const [owner, ...rest] = columns(texts, (at) => formatInstantDay(at, { language, timeZone }));
  return (
    <DataTable
      label={texts.settings.tabs.certificates}
      columns={[
        ...(owner === undefined ? [] : [owner]),
        ...(isOfAll ? [organizationColumn(texts, names)] : []),
        ...rest,
        ...(onRemove === undefined ? [] : [removeColumn(texts, onRemove)]),
      ]}
      rows={certificates}
      idOf={({ id }) => id}
    />
  );
};
