import { Notification, Portal } from '@mantine/core';
import { type NotificationData, notifications, useNotifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';

const SHOWN_MS = 4000;

/** It goes by itself, but not from under the hand or the keyboard, nor when it is to stay. */
const Notice = ({ id = '', title, message, color, autoClose = SHOWN_MS }: NotificationData) => {
  const [isHeld, setIsHeld] = useState(false);
  const hold = () => setIsHeld(true);
  const release = () => setIsHeld(false);
  const shownMs = typeof autoClose === 'number' && !isHeld ? autoClose : undefined;
  useEffect(() => {
    if (shownMs === undefined) return;
    const timer = setTimeout(() => notifications.hide(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, shownMs]);
  return (
    <Notification
      title={title}
      {...(color === undefined ? {} : { color })}
      onClose={() => notifications.hide(id)}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {message}
    </Notification>
  );
};

/** What was done and what was not, said in the corner. The kit's own corner weighs as much as its dialogs do. */
export const Notices = () => {
  const shown = useNotifications().notifications;
  return (
    <Portal>
      <div className="notices">
        {shown.map((notice) => (
          <Notice key={notice.id} {...notice} />
        ))}
      </div>
    </Portal>
  );
};
