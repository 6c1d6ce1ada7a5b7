import type { ListWay } from '@potok/scenario';
import { useEffect, useRef } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly name: string;
  readonly ways: readonly ListWay[];
  readonly onChoose: (way: ListWay) => void;
  readonly onClose: () => void;
  /** The keyboard went elsewhere. */
  readonly onLeave: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A field lies in a list: is it the first row, all rows, their sum or their number? */
export const ListChoice = ({ name, ways, onChoose, onClose, onLeave }: Props) => {
  const { tree } = useEditorTexts().values;
  const menu = useRef<HTMLDivElement>(null);
  const itemsOf = () => [...(menu.current?.querySelectorAll('button') ?? [])];
  useEffect(() => itemsOf()[0]?.focus(), []);
  const onKeyDown = (key: string): boolean => {
    const items = itemsOf();
    const at = items.findIndex((one) => one === document.activeElement);
    const step = steps[key];
    if (step !== undefined) items[(at + step + items.length) % items.length]?.focus();
    if (key === 'Escape') onClose();
    return step !== undefined || key === 'Escape';
  };
  return (
    <div
      ref={menu}
      role="menu"
      className="tree-choice"
      aria-label={tree.ofRows(name)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (onKeyDown(event.key)) event.preventDefault();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      {ways.map((way) => (
        <button key={way.way} type="button" role="menuitem" onClick={() => onChoose(way)}>
          {tree.rowWays[way.way]}
        </button>
      ))}
    </div>
  );
};
