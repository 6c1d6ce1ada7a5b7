import { IconArrowsMove, IconChevronDown, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ChangeGroupView } from '@potok/contracts';
import { useEffect, useId, useRef, useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { FieldTable } from './field-table.js';

interface Props {
  readonly groups: readonly ChangeGroupView[];
  /** The id of the group that is chosen: it is open. */
  readonly chosen?: string | undefined;
  readonly onChoose?: ((group: ChangeGroupView) => void) | undefined;
}

/** So few lines are read at once; more are folded. */
const OPEN_UP_TO = 8;
const signs = { added: IconPlus, removed: IconMinus, changed: IconPencil, moved: IconArrowsMove } as const;

const Lines = ({ lines }: Pick<ChangeGroupView, 'lines'>) => {
  const plain = lines.filter(({ field }) => field === undefined);
  const fields = lines.flatMap(({ field }) => (field === undefined ? [] : [field]));
  return (
    <>
      {fields.length === 0 ? null : <FieldTable fields={fields} />}
      {plain.length === 0 ? null : (
        <ul className="change-lines">
          {plain.map(({ text }, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
};

interface GroupProps {
  readonly group: ChangeGroupView;
  readonly isChosen: boolean;
  readonly isOpenAtFirst: boolean;
  readonly onChoose: Props['onChoose'];
}

const Group = ({ group, isChosen, isOpenAtFirst, onChoose }: GroupProps) => {
  const { compare } = useEditorTexts();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst || isChosen);
  const body = useId();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isChosen) return;
    setIsOpen(true);
    item.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const Sign = signs[group.kind];
  const hasLines = group.lines.length > 0;
  return (
    <li ref={item} className={group.isLayoutOnly ? 'change is-layout' : 'change'} data-chosen={isChosen || undefined}>
      <button
        type="button"
        className="change-head"
        {...(hasLines ? { 'aria-expanded': isOpen, 'aria-controls': body } : {})}
        onClick={() => {
          setIsOpen(isChosen || onChoose === undefined ? !isOpen : true);
          onChoose?.(group);
        }}
      >
        <span className={`mark mark-${group.kind}`} title={compare.kinds[group.kind]}>
          <Sign size={12} stroke={2.5} aria-hidden />
        </span>
        <span className="change-title">{group.title}</span>
        {hasLines ? <IconChevronDown size={16} className="change-arrow" aria-hidden /> : null}
      </button>
      {hasLines && isOpen ? (
        <div id={body} className="change-body">
          <Lines lines={group.lines} />
        </div>
      ) : null}
    </li>
  );
};

/** Changes in words, a thing after another; each folds. */
export const ChangeGroups = ({ groups, chosen, onChoose }: Props) => {
  const { compare } = useEditorTexts();
  const isShort = groups.reduce((sum, { lines }) => sum + lines.length, 0) <= OPEN_UP_TO;
  return (
    <ul className="changes" aria-label={compare.changes}>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          isChosen={group.id === chosen}
          isOpenAtFirst={isShort && !group.isLayoutOnly}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
};
