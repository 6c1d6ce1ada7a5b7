import { Button } from '@mantine/core';
import type { CertificateView } from '@potok/contracts';
import { useState } from 'react';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { Empty } from '../../page/empty.js';
import { Loaded } from '../../page/loaded.js';
import { usePaged } from '../../page/paged.js';
import { TabHead } from '../tab-head.js';
import { CertificateDialog } from './certificate-dialog.js';
import { CertificateTable } from './certificate-table.js';
import { Ending } from './ending.js';
import { RemoveCertificate } from './remove-certificate.js';

export const Certificates = () => {
  const { settings } = useSettingsTexts();
  const [asked, setAsked] = useState<'new' | CertificateView>();
  const close = () => setAsked(undefined);
  const add = <Button onClick={() => setAsked('new')}>{settings.certificate.add}</Button>;
  return (
    <>
      <Loaded answer={usePaged<CertificateView>('certificates')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty action={add}>{settings.certificatesEmpty}</Empty>
          ) : (
            <>
              <TabHead about={settings.certificatesAbout} action={add} />
              <Ending certificates={items} />
              <CertificateTable certificates={items} isOfAll onRemove={setAsked} />
            </>
          )
        }
      </Loaded>
      {asked === 'new' ? <CertificateDialog onClose={close} /> : null}
      {asked === undefined || asked === 'new' ? null : <RemoveCertificate certificate={asked} onClose={close} />}
    </>
  );
};
