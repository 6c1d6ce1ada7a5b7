import { CloseButton } from '@mantine/core';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useNarrow } from '../page/use-narrow.js';
import type { CoachStore, ShownMark } from './coach-store.js';
import { anySide, apartFrom, type Place, placeOf } from './place-of.js';

/** The step that was just made or is open, the fields that are being filled, what closes them. */
const KEPT_CLEAR = '.react-flow__node.selected, .panel-form, .panel-head button';

const show = (box: HTMLElement, { x, y, line }: Place): void => {
  box.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  box.style.setProperty('--coach-line-at', `${line?.at ?? 0}px`);
  box.dataset['side'] = line?.side ?? 'none';
};

/** The anchor may move with the canvas: the bubble follows it frame by frame while it is shown. */
const useFollow = ({ mark, anchor }: ShownMark, isNarrow: boolean) => {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      const box = bubble.current;
      if (box !== null) {
        const given = {
          anchor: anchor.getBoundingClientRect(),
          bubble: { width: box.offsetWidth, height: box.offsetHeight },
          frame: { width: window.innerWidth, height: window.innerHeight },
        };
        const clear = [...document.querySelectorAll(KEPT_CLEAR)].map((one) => one.getBoundingClientRect());
        show(box, isNarrow ? apartFrom(given) : placeOf({ ...given, clear, sides: mark.sides ?? anySide }));
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [mark, anchor, isNarrow]);
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

interface BubbleProps {
  readonly shown: ShownMark;
  readonly isNarrow: boolean;
  readonly onClose: () => void;
}

const Bubble = ({ shown, isNarrow, onClose }: BubbleProps) => {
  const { coach } = useEditorTexts();
  const bubble = useFollow(shown, isNarrow);
  useEscape(onClose);
  return (
    <div ref={bubble} className="coach">
      <p>{coach.marks[shown.mark.id]}</p>
      <CloseButton size="sm" aria-label={coach.close} title={coach.close} onClick={onClose} />
    </div>
  );
};

/**
 * One hint beside the thing that it speaks of; on a phone apart from it, and only what can be done there. It is read out
 * when it comes, and never takes the focus.
 */
export const CoachBubble = ({ store }: { readonly store: CoachStore }) => {
  const shown = useSyncExternalStore(store.subscribe, store.current);
  const isNarrow = useNarrow();
  return createPortal(
    <div className="coach-place" role="status">
      {shown === undefined || (isNarrow && shown.mark.isByTouch !== true) ? null : (
        <Bubble key={shown.mark.id} shown={shown} isNarrow={isNarrow} onClose={store.close} />
      )}
    </div>,
    document.body,
  );
};
