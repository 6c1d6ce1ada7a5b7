import { useShallow } from 'zustand/react/shallow';
import { type Badge, noBadge } from '../state/badges.js';
import { useEditor } from '../state/use-editor.js';

export const useNodeBadge = (node: string): Badge => useEditor(useShallow(({ badges }) => badges.get(node) ?? noBadge));
