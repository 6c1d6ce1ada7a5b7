import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { NoteNode } from './drawn.js';

export const NoteCard = memo(({ data }: NodeProps<NoteNode>) => <div className="note-node">{data.text}</div>);
NoteCard.displayName = 'NoteCard';
