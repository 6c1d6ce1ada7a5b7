import { type ComponentType, createContext, use } from 'react';
import type { FieldRowProps } from './field-props.js';

/** What a field inside a field is drawn by: fields hold fields, so the outermost one says it. */
const RowContext = createContext<ComponentType<FieldRowProps> | undefined>(undefined);

export const RowProvider = RowContext;

export const NestedRow = (props: FieldRowProps) => {
  const Row = use(RowContext);
  if (Row === undefined) throw new Error('A field stands outside RowProvider.');
  return <Row {...props} />;
};
