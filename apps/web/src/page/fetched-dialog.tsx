import { notifications } from '@mantine/notifications';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useGivenBack } from './use-given-back.js';

interface Closable {
  readonly onClose: () => void;
}

/** Keys pressed for a dialog that is still on its way must do nothing to the page; Esc gives it up. */
const useKeysUntil = (isThere: boolean, onEscape: () => void): void => {
  const take = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onEscape();
  });
  useEffect(() => {
    if (isThere) return;
    const onKeyDown = (event: KeyboardEvent) => take(event);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isThere]);
};

/** A dialog that is fetched when it is first opened; one that cannot be fetched is closed again, and why is said. */
export const fetchedDialog = <Props extends Closable>(load: () => Promise<ComponentType<Props>>) => {
  let held: ComponentType<Props> | undefined;
  return (props: Props) => {
    const { page } = useTexts();
    const [Came, setCame] = useState(() => held);
    // Who asked for it may have gone before it came: a menu closes.
    useGivenBack();
    useKeysUntil(Came !== undefined, props.onClose);
    const giveUp = useEffectEvent(() => {
      notifications.show({ color: 'red', title: page.actFaultTitle, message: page.dialogFault });
      props.onClose();
    });
    useEffect(() => {
      let isAsked = true;
      const take = (dialog: ComponentType<Props>): void => {
        held = dialog;
        if (isAsked) setCame(() => dialog);
      };
      if (held === undefined) load().then(take, () => (isAsked ? giveUp() : undefined));
      return () => {
        isAsked = false;
      };
    }, []);
    return Came === undefined ? null : <Came {...props} />;
  };
};
