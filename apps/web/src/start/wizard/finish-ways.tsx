import { Loader, UnstyledButton } from '@mantine/core';
import { IconPencil, IconPlayerPlay, IconRocket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';

export type Way = 'trial' | 'edit' | 'publish';

interface Props {
  /** Titles of what must be filled before publishing. */
  readonly open: readonly string[];
  readonly busy: Way | undefined;
  readonly onWay: (way: Way) => void;
}

const icons: Readonly<Record<Way, ReactNode>> = {
  trial: <IconPlayerPlay size={24} stroke={1.5} aria-hidden />,
  edit: <IconPencil size={24} stroke={1.5} aria-hidden />,
  publish: <IconRocket size={24} stroke={1.5} aria-hidden />,
};
const ways: readonly Way[] = ['trial', 'edit', 'publish'];

/** What to do first with the scenario. */
export const FinishWays = ({ open, busy, onWay }: Props) => {
  const { start } = useEditorTexts();
  return (
    <ul className="finish-ways">
      {ways.map((way) => {
        const isHeld = way === 'publish' && open.length > 0;
        return (
          <li key={way}>
            <UnstyledButton className="empty-way" disabled={isHeld || busy !== undefined} onClick={() => onWay(way)}>
              {busy === way ? <Loader size={24} /> : icons[way]}
              <span>
                <strong>{start.ways[way].title}</strong>
                <small>{isHeld ? start.fillFirst(open) : start.ways[way].about}</small>
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
};
