import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconLoader2, IconLock } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { Saving } from '../state/autosave.js';

const looks = {
  saved: { icon: IconCloudCheck, hue: 'slate' },
  dirty: { icon: IconLoader2, hue: 'slate' },
  saving: { icon: IconLoader2, hue: 'slate' },
  offline: { icon: IconCloudOff, hue: 'amber' },
  conflict: { icon: IconAlertTriangle, hue: 'amber' },
  locked: { icon: IconLock, hue: 'amber' },
  refused: { icon: IconAlertTriangle, hue: 'red' },
} as const;

/** Whether what is drawn is kept, in one quiet word. */
export const SavingMark = ({ saving }: { readonly saving: Saving }) => {
  const { saving: words } = useEditorTexts().editor;
  const { icon: Sign, hue } = looks[saving.kind];
  const said = 'detail' in saving && saving.detail !== '' ? saving.detail : words[saving.kind];
  return (
    <span title={said} className={`saving-mark state-${hue}`} role="status" data-saving={saving.kind}>
      <Sign size={14} aria-hidden />
      <span className="saving-words">{said}</span>
    </span>
  );
};
