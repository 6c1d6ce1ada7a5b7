import { Button } from '@mantine/core';
import type { ConnectionView } from '@potok/contracts';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { usePaged } from '../page/paged.js';
import { ConnectionCard } from './connection-card.js';
import { ConnectionDialog } from './connection-dialog.js';

type Asked = 'new' | ConnectionView;

export const ConnectionsPage = () => {
  const { connections } = useTexts();
  const [asked, setAsked] = useState<Asked>();
  const add = <Button onClick={() => setAsked('new')}>{connections.add}</Button>;
  return (
    <PageFrame title={connections.title} about={connections.about} action={add}>
      <Loaded answer={usePaged<ConnectionView>('connections')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty action={add}>{connections.empty}</Empty>
          ) : (
            <ul className="connections">
              {items.map((connection) => (
                <ConnectionCard key={connection.id} connection={connection} onEdit={() => setAsked(connection)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {asked === undefined ? null : (
        <ConnectionDialog {...(asked === 'new' ? {} : { connection: asked })} onClose={() => setAsked(undefined)} />
      )}
    </PageFrame>
  );
};
