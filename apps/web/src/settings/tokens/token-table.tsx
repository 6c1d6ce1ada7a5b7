import { Button } from '@mantine/core';
import type { ApiTokenView } from '@potok/contracts';
import { IconBan, IconCheck } from '@tabler/icons-react';
import type { SettingsTexts } from '../../app/texts/catalogue.js';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { Moment } from '../../format/moment.js';
import { type Column, DataTable } from '../../page/data-table.js';
import { StateMark } from '../../states/state-mark.js';

const columns = (
  { settings, runs }: SettingsTexts,
  onRevoke: (token: ApiTokenView) => void,
): readonly Column<ApiTokenView>[] => [
  { key: 'name', title: settings.name, phone: 'lead', cell: ({ name }) => <strong>{name}</strong> },
  {
    key: 'scopes',
    title: settings.token.scopes,
    cell: ({ scopes }) => scopes.map((scope) => settings.token.scopeWords[scope] ?? scope).join(', '),
  },
  {
    key: 'created',
    title: settings.token.created,
    width: '150px',
    phone: 'hide',
    cell: ({ createdAt }) => <Moment at={createdAt} />,
  },
  {
    key: 'used',
    title: settings.token.used,
    width: '150px',
    cell: ({ usedAt }) =>
      usedAt === undefined ? <span className="dim">{settings.token.neverUsed}</span> : <Moment at={usedAt} />,
  },
  {
    key: 'state',
    title: runs.state,
    width: '130px',
    cell: ({ revokedAt }) =>
      revokedAt === undefined ? (
        <StateMark hue="green" icon={IconCheck}>
          {settings.inForce}
        </StateMark>
      ) : (
        <StateMark hue="grey" icon={IconBan}>
          {settings.token.revoked}
        </StateMark>
      ),
  },
  {
    key: 'revoke',
    title: '',
    width: '132px',
    align: 'right',
    cell: (token) =>
      token.revokedAt === undefined ? (
        <Button variant="default" size="compact-sm" onClick={() => onRevoke(token)}>
          {settings.token.revoke}
        </Button>
      ) : null,
  },
];

interface Props {
  readonly tokens: readonly ApiTokenView[];
  readonly onRevoke: (token: ApiTokenView) => void;
}

export const TokenTable = ({ tokens, onRevoke }: Props) => {
  const texts = useSettingsTexts();
  return (
    <DataTable
      label={texts.settings.tabs.tokens}
      columns={columns(texts, onRevoke)}
      rows={tokens}
      idOf={({ id }) => id}
    />
  );
};
