import { CloseButton } from '@mantine/core';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { CoachStore, ShownMark } from './coach-store.js';

const GAP = 10;
const EDGE = 8;

type Size = Pick<DOMRect, 'width' | 'height'>;

/** So many times as high as the bubble: a whole column, which has room within. */
const TALL = 3;

/** Below its anchor, within the window; where there is no room, above it, or at the lower end of a whole column. */
export const placeOf = (anchor: DOMRect, bubble: Size, frame: Size): { readonly x: number; readonly y: number } => {
  const middle = anchor.left + anchor.width / 2 - bubble.width / 2;
  const below = anchor.bottom + GAP;
  const isRoom = below + bubble.height + EDGE <= frame.height;
  const within = Math.min(anchor.bottom, frame.height) - bubble.height - GAP;
  const above = Math.max(EDGE, anchor.top - GAP - bubble.height);
  const beside = anchor.height > bubble.height * TALL ? within : above;
  return {
    x: Math.max(EDGE, Math.min(middle, frame.width - bubble.width - EDGE)),
    y: isRoom ? below : beside,
  };
};

/** The anchor may move with the canvas: the bubble follows it frame by frame while it is shown. */
const useFollow = (anchor: Element) => {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      const box = bubble.current;
      if (box !== null) {
        const view = { width: window.innerWidth, height: window.innerHeight };
        const { x, y } = placeOf(anchor.getBoundingClientRect(), box.getBoundingClientRect(), view);
        box.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [anchor]);
  return bubble;
};

const useEscape = (onEscape: () => void) => {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [onEscape]);
};

const Bubble = ({ shown: { mark, anchor }, onClose }: { readonly shown: ShownMark; readonly onClose: () => void }) => {
  const { coach } = useEditorTexts();
  const bubble = useFollow(anchor);
  useEscape(onClose);
  return (
    <div ref={bubble} className="coach">
      <p>{coach.marks[mark.id]}</p>
      <CloseButton size="sm" aria-label={coach.close} title={coach.close} onClick={onClose} />
    </div>
  );
};

/** One hint beside the thing that it speaks of. It is read out when it comes, and never takes the focus. */
export const CoachBubble = ({ store }: { readonly store: CoachStore }) => {
  const shown = useSyncExternalStore(store.subscribe, store.current);
  return createPortal(
    <div className="coach-place" role="status">
      {shown === undefined ? null : <Bubble key={shown.mark.id} shown={shown} onClose={store.close} />}
    </div>,
    document.body,
  );
};
