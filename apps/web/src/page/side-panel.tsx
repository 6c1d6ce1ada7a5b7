import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** The keyboard goes into it when it opens, and back when it closes; else it stays where the rows are. */
  readonly takesKeys?: boolean;
}

const isInDialog = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('[role=dialog]') !== null;

/** The part that has the keyboard while the panel is open, from its first moment to its last. */
const useKeysTaken = (takesKeys: boolean) => {
  const panel = useRef<HTMLElement>(null);
  const before = useRef(document.activeElement);
  useEffect(() => {
    const { current: own } = panel;
    const { current: from } = before;
    if (!takesKeys || own === null) return undefined;
    own.focus({ preventScroll: true });
    return () => {
      const isHere = document.activeElement === document.body || own.contains(document.activeElement);
      if (isHere && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, [takesKeys]);
  return panel;
};

/** Beside the register, not over it: the rows stay in use. Esc closes. */
export const SidePanel = ({ title, label, onClose, children, action, takesKeys = false }: Props) => {
  const { page } = useTexts();
  const panel = useKeysTaken(takesKeys);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog(event)) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside className="side" aria-label={label} ref={panel} tabIndex={-1}>
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
