import { IconArrowsMove, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { createContext, use } from 'react';
import { useTexts } from '../app/texts/use-texts.js';

export type Mark = 'added' | 'removed' | 'changed' | 'moved';

/** What a comparison says of a drawing: nodes by id, links by their ends. */
export interface Marks {
  readonly nodes: ReadonlyMap<string, Mark>;
  readonly links: ReadonlyMap<string, Mark>;
}

export const linkKey = (source: string, port: string, target: string): string => `${source}/${port}/${target}`;

/** Given around a drawing that compares; everywhere else nothing is marked. */
export const MarksContext = createContext<Marks>({ nodes: new Map(), links: new Map() });

export const useMarks = (): Marks => use(MarksContext);

const signs = { added: IconPlus, removed: IconMinus, changed: IconPencil, moved: IconArrowsMove } as const;

/** Icon and word: colour alone says nothing. */
export const MarkSign = ({ mark }: { readonly mark: Mark }) => {
  const { canvas } = useTexts();
  const Sign = signs[mark];
  return (
    <span className={`mark mark-${mark}`}>
      <Sign size={12} stroke={2.5} aria-hidden />
      {canvas.marks[mark]}
    </span>
  );
};
