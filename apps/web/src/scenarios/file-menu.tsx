import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ScenarioDetailView } from '@potok/contracts';
import { IconDownload, IconFileExport, IconFileImport, IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { faultOf } from '../page/fault-of.js';
import { saveFile } from '../page/save-file.js';
import { ImportDialog } from './import-dialog.js';

const useDownload = (scenarioId: string) => {
  const api = useApi();
  const path = useInWorkspace();
  const texts = useTexts();
  return useMutation({
    mutationFn: (withBinding: boolean) =>
      api.download(path(`/scenarios/${scenarioId}/export${withBinding ? '?binding=true' : ''}`)),
    onSuccess: saveFile,
    onError: (error) => {
      const message = faultOf(error, texts).sentence;
      notifications.show({ color: 'red', title: texts.scenarioFiles.downloadFault, message });
    },
  });
};

/** The draft as a file, and a file in the place of the draft. */
export const FileMenu = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const { scenarioFiles } = useTexts();
  const [isImporting, setIsImporting] = useState(false);
  const taking = useDownload(scenario.id);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={scenarioFiles.menu}>
            <ActionIcon
              variant="default"
              size="var(--potok-control)"
              aria-label={scenarioFiles.menu}
              loading={taking.isPending}
            >
              <IconFileExport size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => taking.mutate(false)}>
            {scenarioFiles.download}
          </Menu.Item>
          <Menu.Item leftSection={<IconPlugConnected size={16} />} onClick={() => taking.mutate(true)}>
            {scenarioFiles.downloadBound}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconFileImport size={16} />} onClick={() => setIsImporting(true)}>
            {scenarioFiles.replace}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isImporting ? <ImportDialog into={scenario} onClose={() => setIsImporting(false)} /> : null}
    </>
  );
};
