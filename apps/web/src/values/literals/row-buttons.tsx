import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';

interface Props {
  readonly title: string;
  readonly index: number;
  readonly count: number;
  readonly onMove?: ((to: number) => void) | undefined;
  readonly onRemove: () => void;
}

const common = { variant: 'subtle', color: 'gray', size: 24 } as const;

/** Up, down and away: every drag of a row has a click way. */
export const RowButtons = ({ title, index, count, onMove, onRemove }: Props) => {
  const { values } = useEditorTexts();
  return (
    <span className="row-buttons">
      {onMove === undefined ? null : (
        <>
          <ActionIcon
            {...common}
            aria-label={values.moveUp(title)}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            {...common}
            aria-label={values.moveDown(title)}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
        </>
      )}
      <ActionIcon {...common} aria-label={values.remove(title)} onClick={onRemove}>
        <IconTrash size={14} />
      </ActionIcon>
    </span>
  );
};

export const moved = <T,>(list: readonly T[], from: number, to: number): readonly T[] => {
  const rest = list.filter((_one, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
};
