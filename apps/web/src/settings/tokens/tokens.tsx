import { Button } from '@mantine/core';
import type { ApiTokenView } from '@potok/contracts';
import { useState } from 'react';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { Empty } from '../../page/empty.js';
import { Loaded } from '../../page/loaded.js';
import { usePaged } from '../../page/paged.js';
import { TabHead } from '../tab-head.js';
import { IssueToken } from './issue-token.js';
import { RevokeToken } from './revoke-token.js';
import { TokenTable } from './token-table.js';

export const Tokens = () => {
  const { settings } = useSettingsTexts();
  const [asked, setAsked] = useState<'new' | ApiTokenView>();
  const close = () => setAsked(undefined);
  const add = <Button onClick={() => setAsked('new')}>{settings.token.add}</Button>;
  return (
    <>
      <Loaded answer={usePaged<ApiTokenView>('api-tokens')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty action={add}>{settings.token.empty}</Empty>
          ) : (
            <>
              <TabHead about={settings.token.about} action={add} />
              <TokenTable tokens={items} onRevoke={setAsked} />
            </>
          )
        }
      </Loaded>
      {asked === 'new' ? <IssueToken onClose={close} /> : null}
      {asked === undefined || asked === 'new' ? null : <RevokeToken token={asked} onClose={close} />}
    </>
  );
};
