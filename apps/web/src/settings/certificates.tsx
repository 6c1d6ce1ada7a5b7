import type { CertificateView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { usePaged } from '../page/paged.js';
import { CertificateTable } from './certificate-table.js';

export const Certificates = () => {
  const { settings } = useTexts();
  return (
    <Loaded answer={usePaged<CertificateView>('certificates')}>
      {({ items }) =>
        items.length === 0 ? <Empty>{settings.certificatesEmpty}</Empty> : <CertificateTable certificates={items} />
      }
    </Loaded>
  );
};
