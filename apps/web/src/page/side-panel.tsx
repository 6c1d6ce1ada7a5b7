import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const isInDialog = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('[role=dialog]') !== null;

/** Beside the register, not over it: the rows stay in use. Esc closes. */
export const SidePanel = ({ title, label, onClose, children, action }: Props) => {
  const { page } = useTexts();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog(event)) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside className="side" aria-label={label}>
      <header className="side-head">
        <div className="side-title">{title}</div>
        {action}
        <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={page.close}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className="side-body">{children}</div>
    </aside>
  );
};
