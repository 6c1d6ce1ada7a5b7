import { templatePathOf, type SourceNode } from '@potok/scenario';
import type { DragEvent } from 'react';
import { PATH_MEDIA_TYPE } from '../values/pick.js';

/** Under this type the id of a source travels from column to column. */
const SOURCE_MEDIA_TYPE = 'application/x-potok-source';

/** An open field takes the path at its caret; a closed row takes the id and connects. */
export const startDrag = (event: DragEvent, source: SourceNode): void => {
  event.dataTransfer.setData(SOURCE_MEDIA_TYPE, source.id);
  event.dataTransfer.setData('text/plain', source.title);
  if (source.root !== undefined) {
    const tpl = templatePathOf(source).slice(2, -2);
    event.dataTransfer.setData(PATH_MEDIA_TYPE, JSON.stringify({ path: source.cel, tpl }));
  }
  event.dataTransfer.effectAllowed = 'link';
};

export const isSourceDrag = (event: DragEvent): boolean => event.dataTransfer.types.includes(SOURCE_MEDIA_TYPE);

export const draggedSource = (event: DragEvent): string => event.dataTransfer.getData(SOURCE_MEDIA_TYPE);
