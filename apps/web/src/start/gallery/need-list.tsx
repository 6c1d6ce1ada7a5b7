import { Button } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { Need } from '../templates.js';

interface Props {
  readonly needs: readonly Need[];
  readonly onAdd: (slot: Need['slot']) => void;
}

const NeedLine = ({ need: { slot, system, found }, onAdd }: { readonly need: Need } & Pick<Props, 'onAdd'>) => {
  const { start } = useEditorTexts();
  const isThere = found.length > 0;
  return (
    <li className={isThere ? 'need is-there' : 'need'}>
      {isThere ? <IconCircleCheck size={16} aria-hidden /> : <IconPlugConnected size={16} aria-hidden />}
      <span>{isThere ? start.there(system) : start.needed(system)}</span>
      {isThere ? null : (
        <Button size="compact-xs" variant="subtle" aria-label={start.addNamed(system)} onClick={() => onAdd(slot)}>
          {start.add}
        </Button>
      )}
    </li>
  );
};

/** The connections that a template needs, and which of them the workspace has. */
export const NeedList = ({ needs, onAdd }: Props) => {
  const { start } = useEditorTexts();
  return needs.length === 0 ? (
    <p className="dim small">{start.needsNothing}</p>
  ) : (
    <ul className="needs" aria-label={start.needs}>
      {needs.map((need) => (
        <NeedLine key={need.slot.id} need={need} onAdd={onAdd} />
      ))}
    </ul>
  );
};
