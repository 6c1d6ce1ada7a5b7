import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import type { GroupNode } from './flow-elements.js';

const LONGEST = 120;

const Title = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [text, setText] = useState<string>();
  const save = () => {
    const next = text?.trim();
    if (next !== undefined && next !== '') store.getState().act({ kind: 'name-group', group: id, title: next });
    setText(undefined);
  };
  if (text === undefined)
    return (
      <button
        type="button"
        className="group-title"
        disabled={isReadOnly}
        title={editor.renameGroup}
        onDoubleClick={() => setText(title)}
        onKeyDown={(event) => event.key === 'F2' && setText(title)}
      >
        {title}
      </button>
    );
  return (
    <input
      className="nodrag group-title-input"
      autoFocus
      aria-label={editor.groupTitle}
      maxLength={LONGEST}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(undefined);
      }}
    />
  );
};

/** Steps shown together: a frame behind them, or folded into one box. */
export const GroupFrame = memo(({ id, data }: NodeProps<GroupNode>) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const { title, count, isFolded } = data;
  const Sign = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <div className={isFolded ? 'group-frame is-folded' : 'group-frame'}>
      {isFolded ? <Handle type="target" position={Position.Left} className="port in" isConnectable={false} /> : null}
      <span className="group-head nodrag nopan">
        <button
          type="button"
          className="group-fold"
          aria-expanded={!isFolded}
          aria-label={isFolded ? editor.unfold(title) : editor.fold(title)}
          onClick={() => store.getState().act({ kind: 'fold', groups: [id], isFolded: !isFolded })}
        >
          <Sign size={14} aria-hidden />
        </button>
        <Title id={id} title={title} />
        <span className="dim">{editor.steps(count)}</span>
      </span>
      {isFolded ? <Handle type="source" position={Position.Right} className="port" isConnectable={false} /> : null}
    </div>
  );
});
GroupFrame.displayName = 'GroupFrame';
