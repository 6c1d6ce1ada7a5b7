import { useEditorTexts } from '../app/texts/use-texts.js';
import { Dialog } from '../page/dialog.js';
import { MappingEditor, type MappingEditorProps } from './mapping-editor.js';

interface Props extends MappingEditorProps {
  readonly onClose: () => void;
}

/** The mapping editor over the whole window. */
export const MappingDialog = ({ onClose, ...editor }: Props) => {
  const { mapping } = useEditorTexts();
  return (
    <Dialog
      onClose={onClose}
      fullScreen
      title={mapping.title(editor.node.name)}
      closeButtonProps={{ 'aria-label': mapping.close }}
      classNames={{ content: 'mapping-dialog', body: 'mapping-dialog-body' }}
    >
      <MappingEditor {...editor} />
    </Dialog>
  );
};
