import { IconBraces, IconChevronDown, IconChevronRight, IconListDetails } from '@tabler/icons-react';
import type { SourceNode } from '@potok/scenario';
import { memo } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { startDrag } from './drag.js';

interface Props {
  readonly node: SourceNode;
  readonly title: string;
  readonly level: number;
  readonly isOpen: boolean;
  readonly hasInner: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly sample: string;
  readonly onChoose: (node: SourceNode) => void;
  readonly onFold: (id: string, isOpen: boolean) => void;
}

const Mark = ({ kind }: { readonly kind: SourceNode['kind'] }) => {
  if (kind === 'list') return <IconListDetails size={14} aria-hidden />;
  return kind === 'object' ? <IconBraces size={14} aria-hidden /> : null;
};

/** A line of the source tree: chosen by click or Enter, dragged onto a field. */
const Line = (props: Props) => {
  const { node, title, level, isOpen, hasInner, isActive, isChosen, sample, onChoose, onFold } = props;
  const { mapping } = useEditorTexts();
  const Caret = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="treeitem"
      className="mapping-source"
      aria-level={level}
      aria-selected={isChosen}
      {...(hasInner ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      data-stop={node.id}
      data-source={node.id}
      data-list={node.kind === 'list'}
      style={{ paddingLeft: level * 14 - 6 }}
      draggable
      title={node.description ?? ''}
      onDragStart={(event) => startDrag(event, node)}
      onClick={() => onChoose(node)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(node);
      }}
    >
      <span
        className="mapping-caret"
        aria-hidden
        onClick={(event) => {
          if (!hasInner) return;
          event.stopPropagation();
          onFold(node.id, !isOpen);
        }}
      >
        {hasInner ? <Caret size={14} /> : null}
      </span>
      <Mark kind={node.kind} />
      <span className="mapping-source-title">{title}</span>
      {node.kind === 'list' ? <span className="mapping-tag">{mapping.everyItem}</span> : null}
      <span className="mapping-sample">{sample}</span>
    </div>
  );
};

export const SourceRow = memo(Line);
