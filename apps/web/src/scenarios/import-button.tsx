import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { ImportDialog } from './import-dialog.js';

export const ImportButton = () => {
  const { scenarioFiles } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setIsOpen(true)}>
        {scenarioFiles.import}
      </Button>
      {isOpen ? <ImportDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
};
