import { Modal } from '@mantine/core';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { MappingEditor, type MappingEditorProps } from './mapping-editor.js';

interface Props extends MappingEditorProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The mapping editor over the whole window. */
export const MappingDialog = ({ isOpen, onClose, ...editor }: Props) => {
  const { mapping } = useEditorTexts();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      fullScreen
      title={mapping.title(editor.node.name)}
      closeButtonProps={{ 'aria-label': mapping.close }}
      classNames={{ content: 'mapping-dialog', body: 'mapping-dialog-body' }}
    >
      <MappingEditor {...editor} />
    </Modal>
  );
};
