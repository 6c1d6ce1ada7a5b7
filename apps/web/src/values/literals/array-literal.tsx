import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { firstFieldIn, useFocusFresh } from '../../page/use-focus-fresh.js';
import { NestedRow } from '../nested-row.js';
import { pointerTo } from '../pointer.js';
import { itemsOf, shapeOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';
import { moved, RowButtons } from './row-buttons.js';

const emptyRow = (shape: string): unknown => (shape === 'object' || shape === 'map' ? {} : shape === 'array' ? [] : '');

const lastRowIn = (root: Element): HTMLElement | null =>
  firstFieldIn([...root.querySelectorAll(':scope > .value-field')].at(-1));

/** Rows that are added, removed and moved. */
export const ArrayLiteral = ({ schema, value, pointer, onChange }: LiteralProps) => {
  const { values } = useEditorTexts();
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const items = itemsOf(schema);
  const { root, expect } = useFocusFresh<HTMLDivElement>(lastRowIn);
  const write = (next: readonly unknown[]): void => onChange(next.length === 0 ? undefined : next);
  const put = (at: number, next: unknown): void => write(rows.map((row, index) => (index === at ? (next ?? '') : row)));
  return (
    <div className="value-nest" ref={root}>
      {rows.map((row, index) => (
        <NestedRow
          key={index}
          schema={items}
          title={values.row(index + 1)}
          isRequired={false}
          value={row === '' ? undefined : row}
          onChange={(next) => put(index, next)}
          pointer={pointerTo(pointer, index)}
          aside={
            <RowButtons
              title={values.row(index + 1)}
              index={index}
              count={rows.length}
              onMove={(to) => write(moved(rows, index, to))}
              onRemove={() => write(rows.filter((_row, at) => at !== index))}
            />
          }
        />
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            expect();
            write([...rows, emptyRow(shapeOf(items))]);
          }}
        >
          {values.addRow}
        </Button>
      </div>
    </div>
  );
};
