import type { Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly icon: Icon;
  readonly to: string;
  /** The row to open there. */
  readonly open?: string;
  readonly title: string;
  readonly words: string;
  /** Beside the title. */
  readonly mark?: ReactNode;
  readonly side?: ReactNode;
}

export const AttentionItem = ({ icon: Sign, to, open, title, words, mark, side }: Props) => (
  <li>
    <Link to={to} search={open === undefined ? {} : { open }}>
      <Sign size={18} aria-hidden />
      <span className="attention-words">
        <span>
          <strong>{title}</strong> {mark}
        </span>
        <span className="dim">{words}</span>
      </span>
      <span className="dim num">{side}</span>
    </Link>
  </li>
);
