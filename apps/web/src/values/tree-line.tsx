import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { CSSProperties, DragEvent, ReactNode } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { PATH_MEDIA_TYPE, type PickedPath } from './pick.js';
import type { VisibleRow } from './tree-rows.js';

interface Props {
  readonly row: VisibleRow;
  readonly domId: string;
  readonly isActive: boolean;
  readonly picked: () => PickedPath;
  readonly onActive: () => void;
  readonly onToggle: () => void;
  readonly onPick: () => void;
  /** What is asked about the row before it is taken. */
  readonly children?: ReactNode;
}

const carry = (event: DragEvent, { path, tpl }: PickedPath): void => {
  event.dataTransfer.setData(PATH_MEDIA_TYPE, JSON.stringify({ path, tpl }));
  event.dataTransfer.setData('text/plain', path);
  event.dataTransfer.effectAllowed = 'copy';
};

const Value = ({ row }: { readonly row: VisibleRow }) =>
  row.sample === undefined ? (
    <span className="tree-type">{row.isGroup ? '' : row.type}</span>
  ) : (
    <span className="tree-sample" title={row.sample}>
      {row.sample}
    </span>
  );

/** One line of the tree: its name on the left, the sample's value on the right. */
export const TreeLine = ({ row, domId, isActive, picked, onActive, onToggle, onPick, children }: Props) => {
  const { values } = useEditorTexts();
  const Chevron = row.isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div
      id={domId}
      role="treeitem"
      className="tree-line"
      style={{ '--level': row.level } as CSSProperties}
      aria-level={row.level}
      aria-setsize={row.count}
      aria-posinset={row.position}
      aria-selected={isActive}
      {...(row.hasChildren ? { 'aria-expanded': row.isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      title={row.about}
      draggable={!row.isGroup}
      onFocus={onActive}
      onDragStart={(event) => carry(event, picked())}
      onClick={row.isGroup ? onToggle : onPick}
    >
      <span
        className="tree-chevron"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {row.hasChildren ? <Chevron size={14} /> : null}
      </span>
      <span className="tree-label">{row.label}</span>
      {row.isMaybe ? <span className="tree-maybe">{values.tree.maybe}</span> : null}
      <Value row={row} />
      {children}
    </div>
  );
};
