import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { withQuery } from '../app/api-client.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { faultOf } from './fault-of.js';
import type { ListQuery } from './paged.js';
import { saveFile } from './save-file.js';

interface Props {
  readonly kind: 'documents' | 'runs';
  /** The conditions of the list: the file holds all that fits them, not only what is shown. */
  readonly query: ListQuery;
}

/** The list as a file. */
export const ExportMenu = ({ kind, query }: Props) => {
  const api = useApi();
  const path = useInWorkspace();
  const texts = useTexts();
  const { page } = texts;
  const taking = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => api.download(withQuery(path(`/${kind}/export`), { ...query, format })),
    onSuccess: saveFile,
    onError: (error) => {
      notifications.show({ color: 'red', title: page.exportFault, message: faultOf(error, texts).sentence });
    },
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={page.export}>
          <ActionIcon
            className="export"
            variant="default"
            size="var(--potok-control)"
            aria-label={page.export}
            loading={taking.isPending}
          >
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => taking.mutate('xlsx')}>
          {page.exportXlsx}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => taking.mutate('csv')}>
          {page.exportCsv}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
