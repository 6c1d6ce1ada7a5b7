import { ViewportPortal } from '@xyflow/react';
import { useCanvas } from './canvas-store.js';
import type { Guide } from './alignment.js';

const styleOf = ({ axis, at, from, to }: Guide) =>
  axis === 'x'
    ? { transform: `translate(${at}px, ${from}px)`, height: to - from }
    : { transform: `translate(${from}px, ${at}px)`, width: to - from };

/** Lines along which a dragged step stands with others. */
export const Guides = () => {
  const guides = useCanvas((state) => state.guides);
  return guides.length === 0 ? null : (
    <ViewportPortal>
      {guides.map((guide) => (
        <span key={guide.axis} className={`guide is-${guide.axis}`} style={styleOf(guide)} />
      ))}
    </ViewportPortal>
  );
};
