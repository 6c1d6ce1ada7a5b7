import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type Hue = 'slate' | 'blue' | 'violet' | 'green' | 'amber' | 'red' | 'grey';

export interface Look {
  readonly hue: Hue;
  readonly icon: Icon;
}

interface Props extends Look {
  readonly children: ReactNode;
  readonly title?: string;
}

/** A state: colour, icon and word, always all three. */
export const StateMark = ({ hue, icon: Sign, children, title }: Props) => (
  <span className={`state state-${hue}`} title={title}>
    <Sign size={14} stroke={2} aria-hidden />
    <span>{children}</span>
  </span>
);
